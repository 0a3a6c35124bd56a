import type { CommandRequest } from '@gatherline/flow';
import type { Call, Opening, OtherLeg } from './call.ts';
import { change, type Run, trace } from './run.ts';
import { send } from './send.ts';

/** What an event says of the state of its leg. */
export function legState(type: string, known: OtherLeg | undefined): OtherLeg['state'] {
  if (type === 'call.hangup' || known?.state === 'ended') return 'ended';
  if (type === 'call.bridged' && known?.state !== 'let_go') return 'joined';
  if (type === 'call.answered' && (known?.state ?? 'ringing') === 'ringing') return 'answered';
  return known?.state ?? 'ringing';
}

/** Writes down a leg and how it is. */
export function knowLeg(run: Run, id: string, leg: OtherLeg): void {
  change(run, { legs: { ...run.call.legs, [id]: leg } });
}

/** Whether a command would tell a leg to hang up that has been told so, or is over. */
export function isSpare({ legs }: Call, { action, leg }: CommandRequest): boolean {
  if (action !== 'hangup' || typeof leg !== 'string') return false;
  const state = legs[leg]?.state;
  return state === 'let_go' || state === 'ended';
}

/** No phone rings for nobody: legs whose visit is over are hung up, however it was left and whenever they come to be known. */
export function letGoOfStrays(run: Run): void {
  for (const [id, leg] of Object.entries(run.call.legs ?? {})) {
    if (!isStray(run.call, leg)) continue;
    trace(run, { kind: 'note', text: 'The step that rang this phone is over, so it is hung up.', value: id });
    send(run, '', { action: 'hangup', params: {}, leg: id, tag: 'let go' });
  }
}

function isStray(call: Call, { visit, state }: OtherLeg): boolean {
  if (state === 'let_go' || state === 'ended') return false;
  const opening = openingOf(call, visit);
  if (opening === undefined) return false;
  if (call.state === 'ended') return !opening.withCaller && state !== 'joined';
  return visit !== call.visit || call.node === null || call.waiting?.stoppingFor !== undefined;
}

/** What is known of a visit that opened legs. */
export function openingOf({ openings }: Call, visit: number): Opening | undefined {
  return openings.find((opening) => opening.visit === visit);
}
