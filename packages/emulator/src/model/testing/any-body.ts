import fc from 'fast-check';
import { colleague, voice } from './harness.ts';

const schema = {
  type: 'object',
  properties: { name: { type: 'string' }, age: { type: 'integer' } },
  required: ['name', 'age'],
};

const digits = fc.stringMatching(/^[0-9*#]{1,4}$/);
const small = fc.integer({ min: 1, max: 4 });
const nothing = fc.constant({});

export const busyAddress = 'sip:busy@example.com';
/** Stands for the handle of the leg after the one that a command goes to. */
export const nextLeg = 'the next leg';

/** Numbers to dial: of a colleague, and of others that the script has something to say about. */
export const anyNumber = fc.constantFrom(
  colleague,
  '+13125550122',
  '+13125550133',
  '+13125550144',
  '+13125550155',
);
export const anyMode = fc.constantFrom(
  undefined,
  'premium',
  'detect',
  'detect_beep',
  'detect_words',
  'greeting_end',
);

const bridgedWith = {
  call_control_id: fc.constantFrom(nextLeg, nextLeg, undefined),
  queue: fc.constantFrom(undefined, 'staffed', 'alone'),
};

/** Bodies of commands, good ones and such as are refused, by action. Those of `bridge` name the leg after their own. */
export const anyBody: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  answer: nothing,
  hangup: nothing,
  gather_stop: nothing,
  playback_stop: fc.record({ stop: fc.constantFrom('current', 'all') }),
  client_state_update: nothing,
  speak: fc.record({
    payload: fc.string({ maxLength: 60 }),
    voice: fc.constant(voice),
    loop: fc.constantFrom(1, 2, 'infinity', 500),
    stop: fc.constantFrom(undefined, 'current', 'all'),
    target_legs: fc.constantFrom(undefined, 'both', 'opposite'),
  }),
  playback_start: fc.record({ media_name: fc.constantFrom('a', 'lost'), overlay: fc.boolean(), loop: small }),
  gather: fc.record({
    minimum_digits: small,
    maximum_digits: small,
    timeout_millis: fc.integer({ min: 0, max: 9000 }),
  }),
  gather_using_speak: fc.record({
    payload: fc.constant('Press a key.'),
    invalid_payload: fc.constantFrom(undefined, 'Wrong.'),
    voice: fc.constant(voice),
    maximum_digits: small,
    maximum_tries: small,
    valid_digits: digits,
    timeout_millis: fc.integer({ min: 1, max: 9000 }),
  }),
  gather_using_audio: fc.record({
    audio_url: fc.constant('https://example.com/a.mp3'),
    maximum_digits: small,
    maximum_tries: small,
  }),
  gather_using_ai: fc.record({
    parameters: fc.constant(schema),
    greeting: fc.constantFrom(undefined, 'Hello.'),
    send_partial_results: fc.boolean(),
  }),
  ai_assistant_start: fc.record({
    greeting: fc.constantFrom(undefined, 'Hello.'),
    interruption_settings: fc.record({ enable: fc.boolean() }),
  }),
  ai_assistant_stop: nothing,
  ai_assistant_add_messages: fc.record({
    messages: fc.constant([{ role: 'system', content: 'Be quick.' }]),
    trigger_response: fc.boolean(),
  }),
  transfer: fc.record({
    to: anyNumber,
    answering_machine_detection: anyMode,
    park_after_unbridge: fc.constantFrom(undefined, 'self'),
    audio_url: fc.constantFrom(undefined, 'https://example.com/whisper.mp3'),
    time_limit_secs: fc.constantFrom(undefined, 30),
  }),
  record_start: fc.record({
    channels: fc.constant('single'),
    format: fc.constantFrom('mp3', 'wav'),
    max_length: fc.constantFrom(0, 5),
    timeout_secs: fc.constantFrom(0, 0, 2),
    transcription: fc.boolean(),
    play_beep: fc.boolean(),
    recording_track: fc.constantFrom(undefined, 'inbound', 'outbound'),
  }),
  record_stop: nothing,
  record_pause: nothing,
  record_resume: nothing,
  transcription_start: fc.record({
    transcription_tracks: fc.constantFrom(undefined, 'both'),
    transcription_engine_config: fc.record({ interim_results: fc.boolean() }),
  }),
  transcription_stop: nothing,
  send_dtmf: fc.record({ digits: fc.constantFrom('1', '42w#', 'x') }),
  refer: fc.record({ sip_address: fc.constantFrom('sip:ann@example.com', busyAddress) }),
  bridge: fc.record({
    ...bridgedWith,
    play_ringtone: fc.boolean(),
    park_after_unbridge: fc.constantFrom(undefined, 'self'),
  }),
  enqueue: fc.record({
    queue_name: fc.constantFrom('staffed', 'alone'),
    max_size: fc.constantFrom(undefined, undefined, 2),
    max_wait_time_secs: fc.constantFrom(undefined, 5),
  }),
  leave_queue: nothing,
};
