import type { CarrierState, Leg, Queue } from './state.ts';
import { legOf, type Turn } from './turn.ts';

const usualSize = 100;

/** A queue that was used before; undefined when there is none of that name. */
export function queueNamed({ queues }: CarrierState, name: string): Queue | undefined {
  return queues.find((queue) => queue.name === name);
}

/** Puts a leg at the end of a queue, which is made when it is missing. */
export function addToQueue(
  turn: Turn,
  leg: Leg,
  { name, maxSize }: { name: string; maxSize: number | null },
) {
  const queue = queueNamed(turn.state, name) ?? {
    name,
    maxSize: maxSize ?? usualSize,
    entries: [],
    left: 0,
    waitedSecs: 0,
  };
  const entry = { callControlId: leg.callControlId, sinceMs: turn.state.nowMs };
  replace(turn, { ...queue, entries: [...queue.entries, entry] });
}

/** Takes a leg out of a queue; gives how long it has waited there. */
export function removeFromQueue(turn: Turn, { callControlId }: Leg, name: string): number {
  const queue = queueNamed(turn.state, name);
  const entry = queue?.entries.find((one) => one.callControlId === callControlId);
  if (queue === undefined || entry === undefined) return 0;
  const waitedSecs = Math.round((turn.state.nowMs - entry.sinceMs) / 1000);
  replace(turn, {
    ...queue,
    entries: queue.entries.filter((one) => one !== entry),
    left: queue.left + 1,
    waitedSecs: queue.waitedSecs + waitedSecs,
  });
  return waitedSecs;
}

/** The place of a leg in a queue, from 1; 0 when it is not there. */
export function positionIn({ state }: Turn, { callControlId }: Leg, name: string): number {
  const entries = queueNamed(state, name)?.entries ?? [];
  return entries.findIndex((entry) => entry.callControlId === callControlId) + 1;
}

/** How long calls have waited in a queue until they left it, on average. */
export function averageWaitSecs({ state }: Pick<Turn, 'state'>, name: string): number {
  const { left = 0, waitedSecs = 0 } = queueNamed(state, name) ?? {};
  return left === 0 ? 0 : Math.round(waitedSecs / left);
}

/** The leg that has waited longest in a queue and still lives, other than `except`. */
export function firstWaiting(turn: Turn, name: string, except: Leg | null): Leg | undefined {
  const entries = queueNamed(turn.state, name)?.entries ?? [];
  return entries
    .filter(({ callControlId }) => callControlId !== except?.callControlId)
    .map(({ callControlId }) => legOf(turn, callControlId))
    .find((leg) => leg !== undefined && leg.endedAtMs === null);
}

function replace(turn: Turn, queue: Queue): void {
  const others = turn.state.queues.filter(({ name }) => name !== queue.name);
  turn.state.queues = [...others, queue];
}
