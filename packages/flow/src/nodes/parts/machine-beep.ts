import { type Decision, type NodeContext, type NodeEvent, ownEvents, wait } from '../../definition.ts';

/** What the carrier tells of the end of a machine's greeting. */
export const greetings = ['call.machine.greeting.ended', 'call.machine.premium.greeting.ended'];

/** The carrier cuts what is said at the beep; the end of the greeting is told in the same moment, before or after. */
const TOLD_WITHIN_MS = 3_000;

/** What a sounding step waits for beside its own end: on a call of ours a machine may still be greeting. */
export function heardBeside({ call }: Pick<NodeContext<unknown>, 'call'>): readonly string[] {
  return call.direction === 'outgoing' ? greetings : [];
}

/**
 * What was cut by the beep of a machine has not been said: it is said again once the greeting is over. `undefined`
 * where the event tells of something else.
 */
export function afterTheBeep(
  { type, payload }: NodeEvent,
  memory: unknown,
  { ended, again }: { readonly ended: string; readonly again: () => Decision },
): Decision | 'goes on' | undefined {
  const isGreetingOver = greetings.includes(type) && payload.result !== 'prompt_ended';
  if (type === ownEvents.timePassed) return again();
  if (greetings.includes(type)) {
    if (memory === 'cut') return isGreetingOver ? again() : 'goes on';
    return isGreetingOver ? wait([ended, ...greetings], null, { memory: 'beeped' }) : 'goes on';
  }
  if (payload.status !== 'cancelled_amd') return undefined;
  if (memory === 'beeped') return again();
  return wait([...greetings, ownEvents.timePassed], TOLD_WITHIN_MS, { memory: 'cut' });
}
