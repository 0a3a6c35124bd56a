import type { JsonObject } from './json.ts';
import type { Leg } from './state.ts';

/** A webhook before its delivery: `data` goes out as it is, the sender adds `meta` and signs. */
export type WebhookDraft = {
  data: { record_type: 'event'; event_type: string; id: string; occurred_at: string; payload: JsonObject };
  occurredAtMs: number;
  callControlId: string;
  sessionId: string;
  /** Where a command asked for it to go (webhook_url, webhook_urls); null: the application's URL. */
  url: string | null;
};

type Drafting = { leg: Leg; eventType: string; fields: JsonObject; id: string; atMicros: number };

/** Builds the event of a leg; `fields` come on top of the ids that every event carries. */
export function draftWebhook({ leg, eventType, fields, id, atMicros }: Drafting): WebhookDraft {
  const payload: JsonObject = {
    call_control_id: leg.callControlId,
    call_leg_id: leg.legId,
    call_session_id: leg.sessionId,
    calling_party_type: isSip(leg.from) ? 'sip' : 'pstn',
    client_state: leg.clientState,
    connection_id: leg.connectionId,
    ...fields,
  };
  // Observed on the real carrier: the hang-up of a call that was never answered has no client_state at all.
  if (eventType === 'call.hangup' && leg.answeredAtMs === null && leg.clientState === null) {
    delete payload['client_state'];
  }
  return {
    data: { record_type: 'event', event_type: eventType, id, occurred_at: toTimestamp(atMicros), payload },
    occurredAtMs: Math.floor(atMicros / 1000),
    callControlId: leg.callControlId,
    sessionId: leg.sessionId,
    url: leg.webhookUrls[eventType] ?? leg.webhookUrl,
  };
}

/** `from` and `to`: on every event but those of speech and playback. */
export function numbersOf(leg: Leg): { from: string; to: string } {
  return { from: leg.from, to: leg.to };
}

/** RFC 3339 in UTC with microseconds, as the carrier writes it. */
export function toTimestamp(micros: number): string {
  const milliseconds = new Date(Math.floor(micros / 1000)).toISOString();
  return milliseconds.replace('Z', `${String(micros % 1000).padStart(3, '0')}Z`);
}

function isSip(party: string): boolean {
  return /^sips?:/i.test(party);
}
