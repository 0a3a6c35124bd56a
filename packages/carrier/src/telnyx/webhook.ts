import {
  type CarrierEvent,
  isJsonObject,
  type JsonObject,
  tooDeepAt,
  tooDeepComplaint,
} from '@gatherline/flow';
import { normalisePayload } from './events.ts';
import type { VerifiedWebhook, WebhookHeaders } from './signature.ts';

/**
 * What a verified body turned out to be. `attempt` counts deliveries from 1, null when the carrier does not say;
 * `message` and `problem` are sentences for the operator.
 */
export type ParsedWebhook =
  | { readonly kind: 'event'; readonly event: CarrierEvent; readonly attempt: number | null }
  | { readonly kind: 'v1'; readonly message: string }
  | { readonly kind: 'not_json' }
  | { readonly kind: 'malformed' | 'too_deep'; readonly problem: string };

/**
 * Reads a verified webhook. Accepts null, absent and extra fields, unknown event types and unknown values; a known field
 * of the wrong type becomes absent. Only a body without `id` or `event_type` is malformed.
 */
export function parseWebhook(webhook: VerifiedWebhook): ParsedWebhook {
  const body = parseJson(webhook.rawBody);
  if (body === undefined) return { kind: 'not_json' };
  if (!isJsonObject(body)) return { kind: 'malformed', problem: 'The body is not a JSON object.' };

  const v1 = v1MessageOf(body);
  if (v1 !== null) return { kind: 'v1', message: v1 };
  const deep = tooDeepAt(body);
  if (deep !== null) return { kind: 'too_deep', problem: tooDeepComplaint(deep).message };

  // The schema of conference.floor.changed has no `data` wrapper: there the body itself is the event.
  const envelope = isJsonObject(body.data) ? body.data : body;
  return toEvent(envelope, body.meta, webhook.signedAtSecs);
}

/**
 * Recognises a request of API v1 by its signature, which is another one and never passes the check: the sentence for the
 * operator, or null.
 */
export function explainV1Request(headers: WebhookHeaders): string | null {
  return headers['x-telnyx-signature'] === undefined ? null : v1Message();
}

function toEvent(envelope: JsonObject, meta: unknown, signedAtSecs: number): ParsedWebhook {
  const { id, event_type: type } = envelope;
  if (typeof type !== 'string' || type === '') {
    return { kind: 'malformed', problem: 'The event has no event_type.' };
  }
  if (typeof id !== 'string' || id === '') return { kind: 'malformed', problem: 'The event has no id.' };

  const payload = isJsonObject(envelope.payload) ? normalisePayload(type, envelope.payload) : {};
  const occurredAt = firstTime(envelope.occurred_at, payload.occurred_at) ?? toIsoTime(signedAtSecs);
  return { kind: 'event', event: { id, type, occurredAt, payload }, attempt: attemptOf(meta) };
}

function v1MessageOf(body: JsonObject): string | null {
  const type = body.event_type;
  const isV1 = typeof type === 'string' && /^[a-z]+(_[a-z]+)+$/.test(type) && !isJsonObject(body.data);
  return isV1 ? v1Message(type) : null;
}

function v1Message(type?: string): string {
  const webhook = type === undefined ? 'webhook' : `webhook (${type})`;
  return (
    `The carrier sent an API v1 ${webhook}, which this service does not read: ` +
    'set webhook_api_version of the Call Control application to "2".'
  );
}

function attemptOf(meta: unknown): number | null {
  if (!isJsonObject(meta)) return null;
  const { attempt } = meta;
  return typeof attempt === 'number' && Number.isSafeInteger(attempt) ? attempt : null;
}

function firstTime(...candidates: readonly unknown[]): string | undefined {
  return candidates.find(
    (time): time is string => typeof time === 'string' && !Number.isNaN(Date.parse(time)),
  );
}

function toIsoTime(unixSecs: number): string {
  return new Date(unixSecs * 1000).toISOString();
}

function parseJson(rawBody: Buffer): unknown {
  try {
    // Not fatal: the signature holds, so a stray byte in a caller's name must not cost the call.
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    return undefined;
  }
}
