import { defineActivity } from '../activity.ts';
import { bridgeLegs } from '../bridging.ts';
import type { Activity, Joining, Leg } from '../state.ts';
import { legOf, nextNumber, removeActivity, type Turn } from '../turn.ts';
import { playSound } from './sound.ts';

/** An answered leg hearing its announcement before it is bridged. */
export type JoiningSoon = Activity & { kind: 'joining'; callControlId: string };

export const joining = defineActivity<JoiningSoon>('joining', {
  onSoundEnded(turn, leg, one, how) {
    if (how === 'call_hangup') return;
    removeActivity(leg, one);
    bridgeWith(turn, leg, one.callControlId);
  },
  onBridged(_turn, leg, one) {
    removeActivity(leg, one);
    leg.joins = null;
  },
});

/** Bridges an answered leg with the one it was made for, after its announcement if there is one. */
export function joinLeg(turn: Turn, leg: Leg, { callControlId, audio }: Joining): void {
  if (audio === null) return bridgeWith(turn, leg, callControlId);
  const one: JoiningSoon = { kind: 'joining', id: nextNumber(turn), dueAtMs: null, callControlId };
  leg.activities.push(one);
  playSound(turn, leg, {
    says: { kind: 'audio', ...audio },
    action: 'transfer',
    owner: one.id,
    announced: false,
  });
}

function bridgeWith(turn: Turn, leg: Leg, callControlId: string): void {
  leg.joins = null;
  const other = legOf(turn, callControlId);
  if (other === undefined || other.endedAtMs !== null || other.answeredAtMs === null) return;
  bridgeLegs(turn, other, leg);
}
