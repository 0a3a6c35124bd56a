import { z } from 'zod';
import { referParams } from '../carrier-parameters/index.ts';
import { defineNode, leave, wait } from '../definition.ts';
import { bodyOf } from './parts/body.ts';
import { error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';

/** The other system may ring its own phones before it answers. */
const WITHIN_MS = 120_000;

const referral = z.object({ sip_notify_response: z.number().nullish().catch(null) });

export const refer = defineNode({
  type: 'refer',
  title: 'Hand over by SIP',
  help: 'Asks the telephone system from which the call comes to connect the caller with somebody else itself. If it does, the call is over here.',
  category: 'connect',
  icon: 'route',
  synonyms: ['sip', 'refer', 'pbx', 'transfer', 'hand over', 'forward', 'deflect'],
  action: 'refer',
  role: 'step',
  waitsForCaller: false,
  params: referParams,
  defaults: { sip_address: '' },
  exits: () => [
    { id: 'done', label: 'Handed over', kind: 'outcome', endsQuietly: true },
    { id: 'failed', label: 'Not taken over', kind: 'outcome', fallsBackTo: 'error' },
    error,
  ],
  outputs: () => [{ name: 'sip_status', title: "The other system's SIP status", example: 200 }],
  summary: (params) => textOf(params.sip_address),
  enter: ({ params }) =>
    wait(['call.refer.completed', 'call.refer.failed'], WITHIN_MS, {
      commands: [{ action: 'refer', params: bodyOf(params) }],
    }),
  handle(_context, { type, payload }) {
    const { sip_notify_response: status = null } = referral.parse(payload);
    const outputs = { sip_status: status };
    if (type === 'call.refer.completed') return leave('done', { outputs });
    return leave('failed', { outputs, why: `The other system answered ${status ?? 'nothing'}.` });
  },
});
