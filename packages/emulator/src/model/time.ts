import { forgetOldLegs } from './ended-legs.ts';
import type { Activity, CarrierState, Leg } from './state.ts';
import { legOf, type Turn } from './turn.ts';

type Due = { leg: Leg; activity: Activity; atMs: number };

/** Lets time pass to `atMs`: what is due happens one by one, each at its own time. Time never goes back. */
export function passTime(turn: Turn, atMs: number): void {
  for (let due = firstDue(turn.state); due !== null && due.atMs <= atMs; due = firstDue(turn.state)) {
    turn.state.nowMs = Math.max(turn.state.nowMs, due.atMs);
    const leg = legOf(turn, due.leg.callControlId);
    const activity = leg?.activities.find(({ id }) => id === due.activity.id);
    if (leg === undefined || activity === undefined) continue;
    turn.rulesOf(activity).onDue(turn, leg, activity);
    if (isStuck(leg, due))
      throw new Error(`An activity of kind "${activity.kind}" is due again at the same time.`);
  }
  turn.state.nowMs = Math.max(turn.state.nowMs, atMs);
  forgetOldLegs(turn.state);
}

/** An activity that stays due would stop time for ever. */
function isStuck({ activities }: Leg, { activity, atMs }: Due): boolean {
  return activities.some(({ id, dueAtMs }) => id === activity.id && dueAtMs !== null && dueAtMs <= atMs);
}

/** When the next thing happens of itself, Unix ms; null: never. */
export function nextDueAtMs(state: CarrierState): number | null {
  return firstDue(state)?.atMs ?? null;
}

function firstDue(state: CarrierState): Due | null {
  let first: Due | null = null;
  for (const leg of Object.values(state.legs)) {
    for (const activity of leg.activities) {
      const { dueAtMs: atMs } = activity;
      if (atMs === null) continue;
      const isEarlier =
        first === null || atMs < first.atMs || (atMs === first.atMs && activity.id < first.activity.id);
      if (isEarlier) first = { leg, activity, atMs };
    }
  }
  return first;
}
