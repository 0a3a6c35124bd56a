import { defineActivity } from '../activity.ts';
import type { JsonObject } from '../json.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, nextNumber, removeActivity, type Turn } from '../turn.ts';

/** A webhook that comes a while after what it tells of, also after its leg's call.hangup, as the real carrier's do. */
export type LateWebhook = Activity & { kind: 'late_webhook'; eventType: string; fields: JsonObject };

export const lateWebhook = defineActivity<LateWebhook>('late_webhook', {
  onDue(turn, leg, late) {
    removeActivity(leg, late);
    emit(turn, leg, late.eventType, late.fields);
  },
});

/** Sends an event of a leg `afterMs` from now, whether the leg then lives or not. */
export function sendLate(
  turn: Turn,
  leg: Leg,
  late: { eventType: string; fields: JsonObject; afterMs: number },
): void {
  const activity: LateWebhook = {
    kind: 'late_webhook',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + late.afterMs,
    eventType: late.eventType,
    fields: late.fields,
  };
  leg.activities.push(activity);
}
