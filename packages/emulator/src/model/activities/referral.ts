import { defineActivity } from '../activity.ts';
import { endedByApplication, endLeg } from '../legs.ts';
import { partyOf } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, hear, nextNumber, removeActivity, type Turn } from '../turn.ts';
import { numbersOf } from '../webhooks.ts';
import { endOfRinging, outcomeOf } from './ring.ts';

/** The person on a leg being asked by SIP to call somebody else instead; `failure` null: they get through. */
export type Referral = Activity & {
  kind: 'referral';
  address: string;
  failure: { status: number; cause: string } | null;
};

const trying = 100;
const connected = 200;
const requestTimeout = 408;
const longestMs = 30_000;

export const referral = defineActivity<Referral>('referral', {
  onDue(turn, leg, one) {
    removeActivity(leg, one);
    const { address, failure } = one;
    if (failure !== null) {
      tell(turn, leg, 'call.refer.failed', failure.status);
      hear(turn, leg, { kind: 'not_connected', to: address, cause: failure.cause });
      return;
    }
    tell(turn, leg, 'call.refer.completed', connected);
    hear(turn, leg, { kind: 'connected', with: address });
    // The two talk without the carrier from here on, which hangs its own leg up.
    endLeg(turn, leg, endedByApplication(leg));
  },
});

/** Refers a leg to a SIP address; the script of that address says what comes of it. */
export function startReferral(turn: Turn, leg: Leg, address: string): void {
  const [outcome, afterMs] = outcomeOf(partyOf(turn.state.script, address));
  const isInTime = afterMs < longestMs;
  const end = outcome === 'answered' ? null : endOfRinging(outcome);
  const one: Referral = {
    kind: 'referral',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + Math.max(1, Math.min(afterMs, longestMs)),
    address,
    failure: isInTime
      ? end && { status: Number(end.sip), cause: end.cause }
      : { status: requestTimeout, cause: 'timeout' },
  };
  leg.activities.push(one);
  tell(turn, leg, 'call.refer.started', trying);
  hear(turn, leg, { kind: 'ringing', to: address });
}

function tell(turn: Turn, leg: Leg, eventType: string, status: number): void {
  emit(turn, leg, eventType, { ...numbersOf(leg), sip_notify_response: status });
}
