import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { checkCarrierAction } from './index.ts';

function told(action: string, body: JsonObject): readonly string[] {
  return checkCarrierAction(action, body).map(({ message }) => message);
}

test.each<[string, JsonObject, string, string]>([
  ['send_dtmf', { digits: 5 }, 'digits is 5; the carrier takes a text.', 'Write a text.'],
  [
    'send_dtmf',
    { digits: '1', duration_millis: '250' },
    'duration_millis is "250"; the carrier takes a whole number from 100 to 500.',
    'Write a whole number from 100 to 500.',
  ],
  [
    'send_dtmf',
    { digits: '1', duration_millis: 99 },
    'duration_millis is 99; the carrier takes a whole number from 100 to 500.',
    'Write a whole number from 100 to 500.',
  ],
  [
    'pay',
    { amount: -1 },
    'amount is -1; the carrier takes a number, 0 or more.',
    'Write a number, 0 or more.',
  ],
  [
    'pay',
    { max_attempts: 1.5 },
    'max_attempts is 1.5; the carrier takes a whole number, 1 or more.',
    'Write a whole number, 1 or more.',
  ],
  [
    'pay',
    { prompts: { 'postal-code': 5 } },
    'prompts.postal-code is 5; the carrier takes a text, or a list.',
    'Write a text, or a list.',
  ],
  ['pay', { metadata: ['a'] }, 'metadata is a list of 1; the carrier takes an object.', 'Write an object.'],
  [
    'siprec_start',
    { session_timeout_secs: 60 },
    'session_timeout_secs is 60; the carrier takes a whole number, 90 or more, or 0.',
    'Write a whole number, 90 or more, or 0.',
  ],
  [
    'siprec_start',
    { secure: 'yes' },
    'secure is "yes"; the carrier takes true or false.',
    'Write true or false.',
  ],
  [
    'fork_stop',
    { stream_type: 'cooked' },
    'stream_type is "cooked"; the carrier takes one of raw, decrypted.',
    'Write one of raw, decrypted.',
  ],
  [
    'streaming_start',
    { stream_url: 'https://example.com' },
    'stream_url is "https://example.com"; the carrier takes a text that begins with wss://.',
    'Write a text that begins with wss://.',
  ],
  [
    'streaming_start',
    { stream_auth_token: 'x'.repeat(4001) },
    'stream_auth_token is a text of 4001 characters; the carrier takes a text of up to 4000 characters.',
    'Write a text of up to 4000 characters.',
  ],
  [
    'speak',
    { payload: { es: 'Hola' }, voice: 'male' },
    'payload is an object; the carrier takes a text of up to 3000 characters.',
    'Write a text of up to 3000 characters.',
  ],
  [
    'playback_start',
    { media_name: 'a', loop: 101 },
    'loop is 101; the carrier takes a whole number from 1 to 100, or infinity.',
    'Write a whole number from 1 to 100, or infinity.',
  ],
  [
    'record_start',
    { channels: 'dual', format: 'mp3', transcription_language: 'en_US' },
    'transcription_language is "en_US"; the carrier takes one of 245 words, like en-US, es-US, en-GB.',
    'Write one of 245 words, like en-US, es-US, en-GB.',
  ],
  [
    'ai_assistant_start',
    { voice_settings: { type: 'telnyx', voice_speed: 3 } },
    'voice_settings.voice_speed is 3; the carrier takes a number from 0.1 to 2.',
    'Write a number from 0.1 to 2.',
  ],
  [
    'ai_assistant_start',
    { voice_settings: { type: 'rime' } },
    'voice_settings.type is "rime"; the carrier takes one of telnyx, aws, azure, elevenlabs, resemble, soniox, xai.',
    'Write one of telnyx, aws, azure, elevenlabs, resemble, soniox, xai.',
  ],
])('%s refuses %j', (action, body, message, cure) => {
  expect(checkCarrierAction(action, body)).toEqual([
    expect.objectContaining({ severity: 'error', message, cure }),
  ]);
});

test('an engine with several models is checked by the one that is meant', () => {
  const config = (model: string, more: JsonObject): JsonObject => ({
    transcription_engine_config: { transcription_engine: 'Deepgram', transcription_model: model, ...more },
  });
  expect(told('transcription_start', config('deepgram/nova-2', { hints: ['Kokoro'] }))).toEqual([]);
  expect(told('transcription_start', config('deepgram/nova-3', { keyterms: ['Kokoro'] }))).toEqual([]);
  expect(told('transcription_start', config('deepgram/nova-4', {}))).toEqual([
    'transcription_engine_config.transcription_model is "deepgram/nova-4"; the carrier takes one of deepgram/nova-2, deepgram/nova-3.',
  ]);
  expect(told('transcription_start', config('deepgram/nova-3', { utterance_end_ms: 5001 }))).toEqual([
    'transcription_engine_config.utterance_end_ms is 5001; the carrier takes a whole number from 0 to 5000.',
  ]);
  expect(
    told('transcription_start', config('deepgram/nova-3', { keyterms: Array<string>(101).fill('a') })),
  ).toEqual([
    'transcription_engine_config.keyterms is a list of 101; the carrier takes a list of up to 100 items.',
  ]);
});
