import { defineActivity } from '../activity.ts';
import { answerLeg } from '../answering.ts';
import { endLeg, type LegEnd } from '../legs.ts';
import { type Party, partyOf } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { nextNumber, removeActivity, type Turn } from '../turn.ts';

type Outcome = 'answered' | 'busy' | 'declined' | 'not_found' | 'timeout' | 'no_answer';

/** An outgoing leg ringing: what comes of it, when. */
export type Ring = Activity & { kind: 'ring'; outcome: Outcome };

const busyAfterMs = 1500;
const declinedAfterMs = 3000;
const notFoundAfterMs = 500;
const answersAfterMs = 2000;

const ends: Record<Exclude<Outcome, 'answered'>, LegEnd> = {
  busy: { cause: 'user_busy', source: 'callee', sip: '486' },
  declined: { cause: 'call_rejected', source: 'callee', sip: '603' },
  not_found: { cause: 'not_found', source: 'unknown', sip: '404' },
  timeout: { cause: 'timeout', source: 'unknown', sip: 'unspecified' },
  no_answer: { cause: 'no_answer', source: 'unknown', sip: 'unspecified' },
};

export const ring = defineActivity<Ring>('ring', {
  onDue: (turn, leg, one) => stopRinging(turn, leg, one, one.outcome),
});

type Ringing = { timeoutMs: number; retriesOnTimeout: boolean };

/** Rings the number of an outgoing leg; the script of that number says what happens. */
export function startRinging(turn: Turn, leg: Leg, { timeoutMs, retriesOnTimeout }: Ringing): void {
  const [outcome, afterMs] = outcomeOf(partyOf(turn.state.script, leg.to));
  const inTime = afterMs < timeoutMs;
  const one: Ring = {
    kind: 'ring',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + (inTime ? afterMs : timeoutMs),
    outcome: inTime ? outcome : retriesOnTimeout ? 'timeout' : 'no_answer',
  };
  leg.activities.push(one);
}

/** Somebody acts for the person on a ringing leg: they pick up or decline, and the script is no longer followed. */
export function actOnRing(turn: Turn, leg: Leg, outcome: 'answered' | 'declined'): void {
  leg.followsScript = false;
  for (const one of ring.allOn(leg)) stopRinging(turn, leg, one, outcome);
}

function stopRinging(turn: Turn, leg: Leg, one: Ring, outcome: Outcome): void {
  removeActivity(leg, one);
  if (outcome === 'answered') answerLeg(turn, leg);
  else endLeg(turn, leg, ends[outcome]);
}

/** How the carrier reports that ringing was in vain. */
export function endOfRinging(outcome: Exclude<Outcome, 'answered'>): LegEnd {
  return ends[outcome];
}

/** What whoever is rung does about it, and after how many ms. */
export function outcomeOf(party: Party): [Outcome, number] {
  if (party.notFound === true) return ['not_found', notFoundAfterMs];
  if (party.busy === true) return ['busy', busyAfterMs];
  if (party.declines === true) return ['declined', declinedAfterMs];
  if (party.neverAnswers === true) return ['timeout', Number.POSITIVE_INFINITY];
  return ['answered', party.answersAfterMs ?? answersAfterMs];
}
