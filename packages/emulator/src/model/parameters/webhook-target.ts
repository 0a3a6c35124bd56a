import { isJsonObject } from '../json.ts';
import type { Leg } from '../state.ts';
import { checked, oneOf, object, text } from './row.ts';

// biome-ignore format: a list of names reads better in rows
const eventTypes = new Set([
  'call.initiated', 'call.answered', 'call.hangup', 'call.bridged', 'call.cost', 'call.hold', 'call.unhold',
  'call.speak.started', 'call.speak.ended', 'call.playback.started', 'call.playback.ended', 'call.dtmf.received',
  'call.gather.ended', 'call.ai_gather.ended', 'call.ai_gather.partial_results',
  'call.ai_gather.message_history_updated', 'call.conversation.ended', 'call.conversation_insights.generated',
  'call.deepfake_detection.error', 'call.deepfake_detection.result', 'call.enqueued', 'call.dequeued',
  'call.fork.started', 'call.fork.stopped', 'call.machine.detection.ended', 'call.machine.greeting.ended',
  'call.machine.premium.detection.ended', 'call.machine.premium.greeting.ended', 'call.recording.error',
  'call.recording.saved', 'call.recording.transcription.saved', 'call.refer.started', 'call.refer.completed',
  'call.refer.failed', 'call.transcription', 'streaming.started', 'streaming.stopped', 'streaming.failed',
  'siprec.started', 'siprec.stopped', 'siprec.failed', 'call.payment.progress', 'call.payment.completed',
  'conference.created', 'conference.ended', 'conference.floor.changed', 'conference.participant.joined',
  'conference.participant.left', 'conference.participant.playback.started',
  'conference.participant.playback.ended', 'conference.participant.speak.started',
  'conference.participant.speak.ended', 'conference.playback.started', 'conference.playback.ended',
  'conference.recording.saved', 'conference.speak.started', 'conference.speak.ended',
]);

type Urls = Record<string, string | string[]>;

const isUrls = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every((url) => typeof url === 'string'));

// A text for each event by the published document, a list of texts by the SDK.
const isUrlByEvent = (value: unknown): value is Urls =>
  isJsonObject(value) && Object.entries(value).every(([name, urls]) => eventTypes.has(name) && isUrls(urls));

/** Where the webhooks of a call go from now on. */
export const webhookTarget = {
  webhook_retries_policies: object(),
  webhook_url: text({ min: 1, max: 2000 }),
  webhook_url_method: oneOf(['POST', 'GET']),
  webhook_urls: checked(isUrlByEvent, { code: '90057', expects: 'an object of known event types and URLs' }),
  webhook_urls_method: oneOf(['POST', 'GET']),
};

type Target = {
  readonly webhook_url: string | null | undefined;
  readonly webhook_urls: Urls | null | undefined;
};

export function redirectWebhooks(leg: Leg, { webhook_url, webhook_urls }: Target): void {
  leg.webhookUrl = webhook_url ?? leg.webhookUrl;
  // What a second address of one event is for is not documented: only the first is written to.
  const first = Object.entries(webhook_urls ?? {}).flatMap(([name, urls]) => {
    const [url] = [urls].flat();
    return url === undefined ? [] : [[name, url] as const];
  });
  leg.webhookUrls = { ...leg.webhookUrls, ...Object.fromEntries(first) };
}
