import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import { z } from 'zod';

// Everything may be null or absent, and every set of values is open: the published schemas are stricter than the carrier.
const text = z.string().nullish();
const number = z.number().nullish();
const flag = z.boolean().nullish();
const texts = z.array(z.string()).nullish();
const anyObject = z.looseObject({}).nullish();
const headers = z.array(z.looseObject({ name: text, value: text })).nullish();
const messages = z.array(z.looseObject({ role: text, content: text })).nullish();
const recordingUrls = z.looseObject({ mp3: text, wav: text }).nullish();

const leg = {
  call_control_id: text,
  call_leg_id: text,
  call_session_id: text,
  client_state: text,
  connection_id: text,
};
const parties = { ...leg, from: text, to: text };
const sip = { custom_headers: headers, sip_headers: headers, start_time: text, state: text, tags: texts };
const playback = { ...leg, media_name: text, media_url: text, overlay: flag };
const detection = z.looseObject({ ...parties, result: text });
const referral = z.looseObject({ ...parties, sip_notify_response: number });
const qualityStats = z
  .looseObject({
    inbound: z
      .looseObject({
        jitter_max_variance: text,
        jitter_packet_count: text,
        mos: text,
        packet_count: text,
        skip_packet_count: text,
      })
      .nullish(),
    outbound: z.looseObject({ packet_count: text, skip_packet_count: text }).nullish(),
  })
  .nullish();

/** The payload of each event that calls live on, as the carrier sends it; fields beyond these are kept. */
export const payloadSchemas = {
  'call.initiated': z.looseObject({
    ...parties,
    ...sip,
    call_screening_result: z.json().optional(),
    caller_id_name: text,
    connection_codecs: text,
    direction: text,
    offered_codecs: text,
    shaken_stir_attestation: text,
    shaken_stir_validated: flag,
  }),
  'call.answered': z.looseObject({ ...parties, ...sip }),
  'call.bridged': z.looseObject(parties),
  'call.hangup': z.looseObject({
    ...parties,
    ...sip,
    call_quality_stats: qualityStats,
    hangup_cause: text,
    hangup_source: text,
    sip_hangup_cause: text,
  }),
  'call.hold': z.looseObject(parties),
  'call.unhold': z.looseObject(parties),
  'call.gather.ended': z.looseObject({ ...parties, digits: text, status: text }),
  'call.dtmf.received': z.looseObject({ ...parties, digit: text }),
  'call.ai_gather.ended': z.looseObject({
    ...parties,
    message_history: messages,
    result: anyObject,
    status: text,
  }),
  'call.ai_gather.partial_results': z.looseObject({
    ...parties,
    message_history: messages,
    partial_results: anyObject,
  }),
  'call.ai_gather.message_history_updated': z.looseObject({ ...parties, message_history: messages }),
  'call.conversation.ended': z.looseObject({
    ...parties,
    assistant_id: text,
    calling_party_type: text,
    conversation_id: text,
    duration_sec: number,
    llm_model: text,
    reason: text,
    stt_model: text,
    tts_model_id: text,
    tts_provider: text,
    tts_voice_id: text,
  }),
  'call.conversation_insights.generated': z.looseObject({
    ...leg,
    calling_party_type: text,
    insight_group_id: text,
    results: z.array(z.looseObject({ insight_id: text, result: z.unknown().optional() })).nullish(),
  }),
  'call.speak.started': z.looseObject(leg),
  'call.speak.ended': z.looseObject({ ...leg, status: text }),
  'call.playback.started': z.looseObject(playback),
  'call.playback.ended': z.looseObject({ ...playback, status: text, status_detail: text }),
  'call.machine.detection.ended': detection,
  'call.machine.greeting.ended': detection,
  'call.machine.premium.detection.ended': detection,
  'call.machine.premium.greeting.ended': detection,
  'call.enqueued': z.looseObject({
    ...leg,
    current_position: number,
    queue: text,
    queue_avg_wait_time_secs: number,
  }),
  'call.dequeued': z.looseObject({
    ...leg,
    queue: text,
    queue_position: number,
    reason: text,
    wait_time_secs: number,
  }),
  'call.refer.started': referral,
  'call.refer.completed': referral,
  'call.refer.failed': referral,
  'call.recording.saved': z.looseObject({
    ...leg,
    channels: text,
    public_recording_urls: recordingUrls,
    recording_ended_at: text,
    recording_id: text,
    recording_started_at: text,
    recording_urls: recordingUrls,
  }),
  'call.recording.error': z.looseObject({ ...leg, reason: text }),
  'call.recording.transcription.saved': z.looseObject({
    ...leg,
    calling_party_type: text,
    recording_id: text,
    recording_transcription_id: text,
    status: text,
    transcription_text: text,
  }),
  'call.transcription': z.looseObject({
    ...leg,
    transcription_data: z
      .looseObject({ confidence: number, is_final: flag, transcript: text, transcription_track: text })
      .nullish(),
  }),
};

/** The events whose payload is known by name. */
export type KnownEventType = keyof typeof payloadSchemas;

/** The payload of one known event; every field may be null or absent. */
export type EventPayload<Type extends KnownEventType> = z.infer<(typeof payloadSchemas)[Type]>;

const anyLegPayload = z.looseObject(leg);

/** Tells whether the payload of this event type is known by name. */
export function isKnownEventType(type: string): type is KnownEventType {
  return Object.hasOwn(payloadSchemas, type);
}

/** Leaves out the known fields that have the wrong type, each at its own depth; everything else stays as it came. */
export function normalisePayload(type: string, payload: JsonObject): JsonObject {
  const schema = isKnownEventType(type) ? payloadSchemas[type] : anyLegPayload;
  const verdict = schema.safeParse(payload);
  if (verdict.success) return payload;
  // Last first, so that taking out an array's entry does not move the ones still to be taken out.
  return verdict.error.issues.reduceRight<JsonObject>(
    (rest, issue) => withoutEntry(rest, issue.path),
    payload,
  );
}

function withoutEntry(object: JsonObject, [name, ...deeper]: readonly PropertyKey[]): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]): [string, Json][] => {
    if (key !== name) return [[key, value]];
    return deeper.length === 0 ? [] : [[key, without(value, deeper)]];
  });
  return Object.fromEntries(entries);
}

function without(value: Json, path: readonly PropertyKey[]): Json {
  if (isJsonObject(value)) return withoutEntry(value, path);
  if (typeof value !== 'object' || value === null) return value;
  const [position, ...deeper] = path;
  return value.flatMap((item, index) => {
    if (index !== position) return [item];
    return deeper.length === 0 ? [] : [without(item, deeper)];
  });
}
