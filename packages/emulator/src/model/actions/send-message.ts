import { type Refusal, type Reply, refused } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { isAccepted, refusalsOf, type ValuesOf } from '../parameters/check.ts';
import { isSenderName, message } from '../parameters/message.ts';
import { nextUuid, type Turn } from '../turn.ts';
import { toTimestamp } from '../webhooks.ts';
import { partsOf } from '../words/message-parts.ts';

type Values = ValuesOf<typeof message>;

const mostParts = 10;
/** What a number pool sends from. */
const poolNumber = '+18005550100';

/** POST /messages: sends a text message. It belongs to no leg, and that it arrives is taken for granted. */
export function sendMessage(turn: Turn, body: Record<string, unknown>): Reply {
  if (!isAccepted(message, body)) return refuse(refusalsOf(message, body));
  const more = [...noSender(body), ...noContent(body), ...tooLarge(body)];
  if (more.length > 0) return refuse(more);
  const sent = {
    id: nextUuid(turn),
    atMs: turn.state.nowMs,
    from: body.from ?? poolNumber,
    to: String(body.to),
    text: body.text ?? '',
  };
  turn.texts.push(sent);
  return { status: 200, body: { data: { ...sentFields(turn, body), ...addresses(sent), id: sent.id } } };
}

/** The errors of messages alone come with 400, those of any request with 422. */
function refuse(refusals: readonly Refusal[]): Reply {
  return refused(refusals.some(({ code }) => code.startsWith('403')) ? 400 : 422, refusals);
}

function noSender({ from, messaging_profile_id: profile }: Values): Refusal[] {
  const hasProfile = profile !== undefined && profile !== null;
  if (hasProfile || (typeof from === 'string' && !isSenderName(from))) return [];
  const detail =
    "The 'from' address should be string containing a valid phone number or alphanumeric sender ID associated with the sending messaging profile.";
  return [{ code: '40305', detail, pointer: '/from' }];
}

function noContent({ text, media_urls: media }: Values): Refusal[] {
  const hasContent = (text ?? '') !== '' || (media ?? []).length > 0;
  const detail = "The message has no content. Either 'text' and/or 'media_urls' must be provided.";
  return hasContent ? [] : [{ code: '40316', detail, pointer: '/text' }];
}

function tooLarge(values: Values): Refusal[] {
  const { parts } = partsOf(values.text ?? '', values.encoding ?? 'auto');
  if (isMms(values) || parts <= mostParts) return [];
  const detail = `The SMS message would be divided into ${parts} parts. The maximum is ${mostParts}.`;
  return [{ code: '40302', detail, pointer: '/text' }];
}

function isMms({ type, media_urls: media }: Values): boolean {
  return type === 'MMS' || (media ?? []).length > 0;
}

function addresses({ from, to }: { from: string; to: string }): JsonObject {
  const known = { carrier: 'Emulator', line_type: 'Wireless' };
  return { from: { phone_number: from, ...known }, to: [{ phone_number: to, status: 'queued', ...known }] };
}

function sentFields({ state }: Turn, values: Values): JsonObject {
  const { text, subject, media_urls: media } = values;
  return {
    cc: [],
    completed_at: null,
    cost: null,
    direction: 'outbound',
    errors: [],
    media: (media ?? []).map((url) => ({ url, content_type: null, sha256: null, size: null })),
    messaging_profile_id: values.messaging_profile_id ?? null,
    record_type: 'message',
    received_at: toTimestamp(state.nowMs * 1000),
    sent_at: null,
    subject: subject ?? null,
    tags: [],
    text: text ?? '',
    type: isMms(values) ? 'MMS' : 'SMS',
    valid_until: toTimestamp((state.nowMs + 3_600_000) * 1000),
    webhook_failover_url: values.webhook_failover_url ?? null,
    webhook_url: values.webhook_url ?? null,
    ...partsOf(text ?? '', values.encoding ?? 'auto'),
  };
}
