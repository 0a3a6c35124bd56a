import { defineActivity } from '../activity.ts';
import { endLeg, type LegEnd } from '../legs.ts';
import type { Activity, Leg } from '../state.ts';
import { nextNumber, type Turn } from '../turn.ts';
import { ring } from './ring.ts';

/** A leg that rang and was called off: it takes a round trip to the other network until that is told. */
export type Cancelling = Activity & { kind: 'cancelling' };

const roundTripMs = 400;

const cancelled: LegEnd = { cause: 'originator_cancel', source: 'caller', sip: '487' };

export const cancelling = defineActivity<Cancelling>('cancelling', {
  onDue: (turn, leg) => endLeg(turn, leg, cancelled),
});

/** Calls off a leg that rings: nobody can answer it any more, and its end comes later. */
export function cancelLeg(turn: Turn, leg: Leg): void {
  const ringing = ring.allOn(leg);
  leg.activities = leg.activities.filter((activity) => !ringing.some(({ id }) => id === activity.id));
  const one: Cancelling = {
    kind: 'cancelling',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + roundTripMs,
  };
  leg.activities.push(one);
}

/** Whether a leg has been called off, so that it takes no more commands. */
export function isCancelled(leg: Leg): boolean {
  return cancelling.allOn(leg).length > 0;
}
