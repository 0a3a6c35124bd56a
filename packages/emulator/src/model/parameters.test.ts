import { describe, expect, it } from 'vitest';
import { actionNames } from './actions/index.ts';
import { notPlayed } from './actions/not-played.ts';
import { codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';

const good: Record<string, Record<string, unknown>> = {
  answer: {},
  speak: { payload: 'Hello.', voice },
  playback_start: { media_name: 'hello' },
  playback_stop: {},
  gather: {},
  gather_stop: {},
  gather_using_speak: { payload: 'Press one.', voice },
  gather_using_audio: { media_name: 'menu' },
  gather_using_ai: { parameters: { type: 'object', properties: {} } },
  ai_assistant_start: { assistant: { id: 'assistant-1' } },
  ai_assistant_stop: {},
  ai_assistant_join: { conversation_id: 'talk-1', participant: { id: 'v3:x', role: 'user' } },
  ai_assistant_add_messages: { messages: [{ role: 'user', content: 'Hello.' }] },
  transfer: { to: colleague },
  dial: { connection_id: '28', from: line, to: colleague },
  reject: { cause: 'USER_BUSY' },
  hangup: {},
  client_state_update: { client_state: 'YQ==' },
  bridge: { video_room_id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0' },
  enqueue: { queue_name: 'sales' },
  leave_queue: {},
  record_start: { channels: 'dual', format: 'mp3' },
  record_stop: {},
  record_pause: {},
  record_resume: {},
  refer: { sip_address: 'sip:ann@example.com' },
  send_dtmf: { digits: '1w2W#' },
  suppression_start: {},
  suppression_stop: {},
  transcription_start: {},
  transcription_stop: {},
  ...Object.fromEntries(notPlayed.map(({ name }) => [name, {}])),
};

/** A call on which the action may be done. */
function callFor(action: string) {
  const harness = createHarness();
  const id = action === 'answer' || action === 'reject' ? harness.dialIn() : harness.answeredCall();
  if (action === 'leave_queue') harness.does('enqueue', id, { queue_name: 'support' });
  harness.forget();
  return { harness, id };
}

function refusalOf(action: string, bad: Record<string, unknown>) {
  const { harness, id } = callFor(action);
  const reply = harness.command(action, action === 'dial' ? null : id, { ...good[action], ...bad });
  expect(harness.types()).toEqual([]);
  return reply;
}

const tooLong = 'x'.repeat(3001);
const digitForms = ['gather', 'gather_using_speak', 'gather_using_audio'];

describe('a parameter out of range', () => {
  it.each([
    ...digitForms.flatMap((action) => [
      [action, 'minimum_digits', [0, 129, 1.5, '1'], '90022'] as const,
      [action, 'maximum_digits', [0, 129, -1, true], '90023'] as const,
      [action, 'timeout_millis', [0, 120_001, 'soon'], '90025'] as const,
      [action, 'inter_digit_timeout_millis', [0, 120_001], '90026'] as const,
      [action, 'terminating_digit', ['', '##', 'A', 5], '90007'] as const,
      [action, 'valid_digits', ['', '12A', 12], '90008'] as const,
      [action, 'client_state', ['not base64!', 'YQ', 5], '90017'] as const,
    ]),
    ['gather', 'initial_timeout_millis', [0, 120_001], '90056'],
    ['gather', 'gather_id', ['', 'x'.repeat(41)], '10025'],
    ['gather_using_speak', 'maximum_tries', [0, 129], '90024'],
    ['gather_using_audio', 'maximum_tries', [0, 129], '90024'],
    ['gather_using_speak', 'invalid_payload', [tooLong], '10025'],
    ['speak', 'payload', ['', tooLong, 5], '90010'],
    ['speak', 'payload_type', ['html'], '90011'],
    ['speak', 'voice', ['', 5], '90012'],
    ['speak', 'language', ['tlh'], '90013'],
    ['speak', 'service_level', ['gold'], '90030'],
    ['speak', 'loop', [0, 101, 1.5, 'forever'], '90009'],
    ['speak', 'stop', ['now'], '90016'],
    ['speak', 'target_legs', ['everyone'], '10032'],
    ['speak', 'voice_settings', [{}, 'fast'], '10026'],
    ['speak', 'command_id', [5], '10026'],
    ['playback_start', 'loop', [0, 101], '90009'],
    ['playback_start', 'audio_type', ['ogg'], '10032'],
    ['playback_start', 'overlay', ['yes'], '10026'],
    ['playback_stop', 'stop', ['some'], '90016'],
    ['gather_using_ai', 'parameters', ['name', []], '10026'],
    ['gather_using_ai', 'greeting', [tooLong], '10025'],
    ['gather_using_ai', 'user_response_timeout_ms', [0], '10033'],
    ['gather_using_ai', 'message_history', [[{ role: 'system', content: 'x' }], 'x'], '10032'],
    ['gather_using_ai', 'send_partial_results', ['yes'], '10026'],
    ['gather_using_ai', 'voice', ['female'], '90012'],
    ['ai_assistant_start', 'assistant', ['assistant-1', []], '10026'],
    ['ai_assistant_start', 'greeting', [tooLong], '10025'],
    ['ai_assistant_start', 'interruption_settings', [true], '10026'],
    ['ai_assistant_start', 'message_history', [{}], '10026'],
    ['ai_assistant_start', 'participants', ['v3:x'], '10026'],
    ['ai_assistant_start', 'send_message_history_updates', ['yes'], '10026'],
    ['ai_assistant_start', 'transcription', ['en'], '10026'],
    ['ai_assistant_start', 'voice', ['', 'male'], '90012'],
    ['ai_assistant_start', 'voice_settings', [{}], '10026'],
    ['ai_assistant_stop', 'client_state', ['%'], '90017'],
    ['ai_assistant_add_messages', 'messages', ['Hello.'], '10026'],
    ['ai_assistant_add_messages', 'trigger_response', [1], '10026'],
    ['transfer', 'to', ['0123', '+0123', 'ann', 5], '10016'],
    ['transfer', 'from', ['anonymous', '3125550100'], '10016'],
    ['transfer', 'timeout_secs', [4, 601], '90028'],
    ['transfer', 'time_limit_secs', [29, 14_401], '90029'],
    ['transfer', 'target_leg_client_state', ['%'], '90017'],
    ['transfer', 'park_after_unbridge', ['other'], '10032'],
    ['transfer', 'webhook_urls', [{ 'call.sang': 'https://example.com' }], '90057'],
    ['transfer', 'send_digits_on_answer', ['12x'], '90014'],
    ['dial', 'to', ['0123', [], ['0123']], '10016'],
    ['dial', 'from', ['anonymous'], '10016'],
    ['dial', 'connection_id', ['', 28], '10015'],
    ['dial', 'timeout_secs', [4], '90028'],
    ['dial', 'record_max_length', [43_201], '10033'],
    ['answer', 'record', ['always'], '10032'],
    ['reject', 'cause', ['BORED'], '10032'],
    ['client_state_update', 'client_state', ['%'], '90017'],
    ['answer', 'record_timeout_secs', [-1, '5'], '90049'],
    ['bridge', 'call_control_id', ['', 5], '90015'],
    ['bridge', 'park_after_unbridge', ['other'], '10032'],
    ['bridge', 'ringtone', ['xx'], '10032'],
    ['bridge', 'video_room_id', ['room'], '10006'],
    ['enqueue', 'queue_name', ['', 'x'.repeat(256)], '10025'],
    ['enqueue', 'max_size', [0, -1], '10033'],
    ['enqueue', 'max_wait_time_secs', [0], '10033'],
    ['enqueue', 'keep_after_hangup', ['yes'], '10026'],
    ['record_start', 'channels', ['triple', 2], '90001'],
    ['record_start', 'format', ['ogg', 3], '90000'],
    ['record_start', 'recording_track', ['none'], '90059'],
    ['record_start', 'max_length', [-1, 14_401], '10033'],
    ['record_start', 'timeout_secs', [-1, 'soon'], '90028'],
    ['record_start', 'custom_file_name', ['', 'x'.repeat(41)], '10025'],
    ['record_start', 'transcription_engine', ['C'], '10032'],
    ['record_start', 'trim', ['everything'], '10032'],
    ['record_stop', 'recording_id', ['first', 1], '10006'],
    ['refer', 'sip_address', ['+13125550199', 'sip:ann', 5], '10015'],
    ['send_dtmf', 'digits', ['', '12x', 12], '90014'],
    ['send_dtmf', 'duration_millis', [99, 501, 'long'], '90027'],
    ['suppression_start', 'direction', ['sideways'], '10032'],
    ['suppression_start', 'noise_suppression_engine', ['Hush'], '10032'],
    ['transcription_start', 'transcription_engine', ['Whisper'], '10032'],
    ['transcription_start', 'transcription_engine_config', ['fast'], '10026'],
    ['transcription_start', 'transcription_tracks', ['all'], '10032'],
  ] as const)('of %s, %s, is refused with its own code and pointer', (action, name, values, code) => {
    for (const value of values) {
      const { status, body } = refusalOf(action, { [name]: value });
      expect({ value, status, body }).toMatchObject({
        value,
        status: 422,
        body: { errors: [{ code, source: { pointer: `/${name}` } }] },
      });
    }
  });
});

describe('a required parameter', () => {
  it.each([
    ['speak', 'payload'],
    ['speak', 'voice'],
    ['gather_using_speak', 'payload'],
    ['gather_using_speak', 'voice'],
    ['gather_using_ai', 'parameters'],
    ['ai_assistant_join', 'conversation_id'],
    ['ai_assistant_join', 'participant'],
    ['transfer', 'to'],
    ['dial', 'to'],
    ['dial', 'from'],
    ['dial', 'connection_id'],
    ['reject', 'cause'],
    ['client_state_update', 'client_state'],
    ['enqueue', 'queue_name'],
    ['record_start', 'channels'],
    ['record_start', 'format'],
    ['refer', 'sip_address'],
    ['send_dtmf', 'digits'],
  ])('of %s, %s, is refused with 10004 when it is missing or null', (action, name) => {
    for (const missing of [undefined, null]) {
      expect(refusalOf(action, { [name]: missing })).toMatchObject({
        status: 422,
        body: { errors: [{ code: '10004', source: { pointer: `/${name}` } }] },
      });
    }
  });

  it('may be one of several recordings, but not two at once', () => {
    for (const action of ['playback_start', 'gather_using_audio']) {
      expect(codesOf(refusalOf(action, { media_name: null }))).toEqual(['10004']);
      expect(codesOf(refusalOf(action, { audio_url: 'https://example.com/a.mp3' }))).toEqual(['10015']);
    }
  });
});

describe('a body', () => {
  it('is at hand here for every action', () => {
    expect(new Set(Object.keys(good))).toEqual(new Set([...actionNames, 'dial']));
  });

  it('is refused with every reason at once', () => {
    const reply = refusalOf('gather', { minimum_digits: 0, maximum_digits: 0 });
    expect(new Set(codesOf(reply))).toEqual(new Set(['90022', '90023']));
  });

  // That of ai_assistant_join names a conversation that is running, and has a test of its own.
  it.each(Object.keys(good).filter((action) => action !== 'ai_assistant_join'))(
    'of %s that is good is accepted, with parameters nobody knows',
    (action) => {
      const { harness, id } = callFor(action);
      const body = { ...good[action], brand_new: true, client_state: 'YQ==' };
      if (action === 'ai_assistant_add_messages') harness.does('ai_assistant_start', id);
      expect(harness.command(action, action === 'dial' ? null : id, body)).toMatchObject({ status: 200 });
    },
  );

  it('may not ask of the basic service level what it can’t do', () => {
    expect(codesOf(refusalOf('speak', { service_level: 'basic', payload_type: 'ssml' }))).toEqual(['90011']);
    expect(codesOf(refusalOf('speak', { service_level: 'basic', language: 'de-DE' }))).toEqual(['90013']);
    expect(codesOf(refusalOf('speak', { voice: 'female', language: 'de-DE' }))).toEqual(['90012']);
    createHarness().does('dial', null, { ...good['dial'], to: 'sip:ann@example.com' });
  });
});
