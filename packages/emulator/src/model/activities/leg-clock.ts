import { defineActivity } from '../activity.ts';
import { endedByPerson, endLeg, type LegEnd } from '../legs.ts';
import type { Activity, Leg } from '../state.ts';
import { nextNumber, type Turn } from '../turn.ts';

/** The end of a leg that is already known when it is answered: its time limit, or the person's own wish. */
export type LegClock = Activity & { kind: 'leg_clock'; reason: 'time_limit' | 'person' };

const timeLimit: LegEnd = { cause: 'time_limit', source: 'unknown', sip: 'unspecified' };

export const legClock = defineActivity<LegClock>('leg_clock', {
  onDue: (turn, leg, { reason }) => endLeg(turn, leg, reason === 'person' ? endedByPerson(leg) : timeLimit),
});

export function endLegAfter(
  turn: Turn,
  leg: Leg,
  { reason, afterMs }: Pick<LegClock, 'reason'> & { afterMs: number },
) {
  const one: LegClock = {
    kind: 'leg_clock',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + afterMs,
    reason,
  };
  leg.activities.push(one);
}
