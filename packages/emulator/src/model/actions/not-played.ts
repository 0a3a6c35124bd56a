import { type Action, defineAction } from '../action.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';

const names = [
  'conversation_relay_start',
  'conversation_relay_stop',
  'fork_start',
  'fork_stop',
  'pay',
  'send_sip_info',
  'siprec_start',
  'siprec_stop',
  'streaming_start',
  'streaming_stop',
  'switch_supervisor_role',
];

/** Actions that the carrier has and this one does not play: accepted on an answered call, and nothing comes of them. */
export const notPlayed: readonly Action[] = names.map((name) =>
  defineAction({ name, parameters: everyCommand, run: () => ok() }),
);
