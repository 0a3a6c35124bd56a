import type { CarrierEvent, NodeEvent } from '@gatherline/flow';
import type { Call } from './call.ts';
import { readVisit } from './client-state.ts';

/** Whether what ended is what runs now: an end told late is that of an earlier visit. */
export function isOfVisit(call: Call, event: NodeEvent): boolean {
  const visit = visitOf(call, event);
  return (visit === null || visit === call.visit) && !isSpent(event, call.since);
}

/** The visit that an event names: by the id of its own action, which says more than the leg's sticky client_state. */
export function visitOf({ actionVisits }: Call, { payload }: CarrierEvent): number | null {
  const { conversation_id: id } = payload;
  return (typeof id === 'string' ? actionVisits[id] : undefined) ?? readVisit(payload.client_state);
}

/**
 * client_state is sticky per leg, so an event of the former visit may carry the present one's; but what happened before
 * the visit was entered, by the carrier's own clock, can't belong to it.
 */
export function isSpent({ id, occurredAt, leg }: NodeEvent, since: Call['since']): boolean {
  if (since === null) return false;
  // Another leg has a state of its own; what happens there may well be told late.
  return id === since.event || (leg === 'own' && Date.parse(occurredAt) < Date.parse(since.at));
}

/** What ends because its leg is hung up has not been said or pressed to its end; the hang-up itself tells the rest. */
export function isCutByHangUp({ type, payload: { status } }: CarrierEvent): boolean {
  return status === 'call_hangup' && type.endsWith('.ended');
}
