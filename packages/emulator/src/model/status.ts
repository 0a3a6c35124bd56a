import { knownLeg } from './ended-legs.ts';
import { type Reply, refusedWith } from './errors.ts';
import type { JsonObject } from './json.ts';
import type { CarrierState } from './state.ts';
import { toTimestamp } from './webhooks.ts';

/** GET /calls/{id}: the call's status, until ten minutes after its end. */
export function callStatus(state: CarrierState, callControlId: string): Reply {
  const leg = knownLeg(state, callControlId);
  if (leg === undefined || leg.isForeign) return refusedWith(404, '90015', 'The call_control_id is unknown.');
  const endMs = leg.endedAtMs ?? state.nowMs;
  const data: JsonObject = {
    call_control_id: leg.callControlId,
    call_duration: leg.answeredAtMs === null ? 0 : Math.round((endMs - leg.answeredAtMs) / 1000),
    call_leg_id: leg.legId,
    call_session_id: leg.sessionId,
    is_alive: leg.endedAtMs === null,
    record_type: 'call',
    start_time: toTimestamp(leg.startedAtMs * 1000),
  };
  if (leg.clientState !== null) data['client_state'] = leg.clientState;
  if (leg.endedAtMs !== null) data['end_time'] = toTimestamp(leg.endedAtMs * 1000);
  return { status: 200, body: { data } };
}
