import { type CommandRequest, type Decision, ownEvents, wait } from '../../definition.ts';
import type { DialContext } from './dial-commands.ts';
import { rememberRinging, type Ringing, type RungLeg } from './dial-legs.ts';
import { MARGIN_MS, speechUpToMs } from '../parts/speech-length.ts';

/** What a group that is rung waits for. */
export const awaited = [
  'call.initiated',
  'call.answered',
  'call.machine.detection.ended',
  'call.speak.ended',
  'call.gather.ended',
  'call.bridged',
  'call.hangup',
  ownEvents.accepted,
  ownEvents.refused,
];

/** The carrier decides in about 3.5 s whether a machine has answered; some verdicts never come. */
const VERDICT_WITHIN_MS = 6_000;

/** The phone that has taken the call. */
export function taken({ legs }: Ringing): RungLeg | undefined {
  return legs.find(({ state }) => state === 'taken');
}

/** Rings and listens on. */
export function goOn(
  context: DialContext,
  ringing: Ringing,
  commands: readonly CommandRequest[] = [],
): Decision {
  const { timeout_secs: ringSecs, accept_timeout_secs: acceptSecs, whisper } = context.params;
  const said = whisper === undefined ? 0 : speechUpToMs(context.localize(whisper));
  const withinMs = (ringSecs + acceptSecs) * 1_000 + said + MARGIN_MS;
  // What is told late of a phone that rang does not shorten the conversation.
  if (
    !ringing.talking &&
    ringing.legs.some(({ state }) => state === 'answered') &&
    taken(ringing) === undefined
  )
    return wait([...awaited, ownEvents.timePassed], VERDICT_WITHIN_MS, {
      commands,
      memory: rememberRinging(ringing),
    });
  return wait(awaited, ringing.talking ? null : withinMs, { commands, memory: rememberRinging(ringing) });
}
