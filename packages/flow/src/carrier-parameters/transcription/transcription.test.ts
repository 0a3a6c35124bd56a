import { describe, expect, test } from 'vitest';
import { conversationRelayConfig } from '../assistant/conversation-relay.ts';
import { speechToText } from '../parts/listening.ts';
import { refusal } from '../parts/refusal.ts';
import { transcriptionEngineConfig } from './transcription-engines.ts';
import { transcriptionStartParams } from './transcription-start.ts';
import { transcriptionStopParams } from './transcription-stop.ts';
import { transcriptionFields } from './transcription.ts';

describe('engines of the transcription', () => {
  test.each([
    [
      {
        transcription_engine: 'Google',
        language: 'en',
        speech_context: [{ phrases: ['Kokoro'], boost: 1.5 }],
      },
    ],
    [{ transcription_engine: 'A', model: 'phone_call', use_enhanced: true }],
    [{ transcription_engine: 'B', transcription_model: 'openai/whisper-tiny' }],
    [{ transcription_engine: 'Deepgram', transcription_model: 'deepgram/nova-2', hints: ['Kokoro'] }],
    [{ transcription_engine: 'Deepgram', transcription_model: 'deepgram/nova-3', keyterms: ['Kokoro'] }],
    [
      {
        transcription_engine: 'deepgram/nova-3',
        transcription_model: 'deepgram/nova-3',
        utterance_end_ms: 5000,
      },
    ],
    [{ transcription_engine: 'Azure', region: 'eastus' }],
    [{ transcription_engine: 'Soniox', max_endpoint_delay_ms: 500 }],
    [{ transcription_engine: 'Cohere', language: 'ar' }],
  ])('%j is accepted as it is', (config) => {
    expect(transcriptionEngineConfig.parse(config)).toEqual(config);
  });

  test.each([
    [{ transcription_engine: 'Azure' }, 'Choose one of: australiaeast'],
    [{ transcription_engine: 'Soniox', max_endpoint_delay_ms: 499 }, 'from 500 to 3000'],
    [{ transcription_engine: 'Deepgram', transcription_model: 'deepgram/nova-4' }, 'Name the model'],
    [
      { transcription_engine: 'Deepgram', transcription_model: 'deepgram/nova-3', utterance_end_ms: 5001 },
      'from 0 to 5000',
    ],
    [
      {
        transcription_engine: 'Deepgram',
        transcription_model: 'deepgram/nova-3',
        keyterms: Array(101).fill('a'),
      },
      'at most 100',
    ],
    [{ transcription_engine: 'Cohere', language: 'auto' }, 'Choose a language from the list, like ar.'],
    [{ language: 'en' }, 'Name the engine as "transcription_engine"'],
  ])('%j is refused', (config, sentence) => {
    expect(refusal(transcriptionEngineConfig, config)).toContain(sentence);
  });
});

test('what the engine owns is not part of the transcription', () => {
  const fields = Object.keys(transcriptionFields.transcription_config.unwrap().shape);
  expect(fields).toEqual(['transcription_engine', 'transcription_engine_config', 'transcription_tracks']);
});

test('a transcription that a step begins has the same settings as one from the answer on', () => {
  const config = { transcription_engine: 'Azure', region: 'eastus' };
  const nested = transcriptionFields.transcription_config.unwrap().shape;
  expect(Object.keys(transcriptionStartParams.shape).toSorted()).toEqual(Object.keys(nested).toSorted());
  expect(refusal(transcriptionStartParams, { transcription_engine_config: config })).toBeUndefined();
  expect(refusal(transcriptionStartParams, { transcription_tracks: 'left' })).toBe(
    'Choose one of: inbound, outbound, both.',
  );
});

test('stopping a transcription takes no parameters', () => {
  expect(Object.keys(transcriptionStopParams.shape)).toEqual([]);
});

test('an assistant listens with a model of the carrier in any language', () => {
  expect(refusal(speechToText, { model: 'deepgram/flux', language: 'multi' })).toBeUndefined();
  expect(refusal(speechToText, { model: 'whisper' })).toContain('Choose one of: deepgram/flux');
});

describe('a conversation relay', () => {
  test('goes to a WebSocket, secure or not', () => {
    expect(refusal(conversationRelayConfig, { url: 'ws://10.0.0.1/relay' })).toBeUndefined();
    expect(refusal(conversationRelayConfig, { url: 'https://example.com' })).toContain('WebSocket address');
  });

  test('speaks several languages', () => {
    const languages = [
      { language: 'es-MX', voice: 'Telnyx.NaturalHD.albion', transcription_engine: 'Deepgram' },
    ];
    expect(refusal(conversationRelayConfig, { url: 'wss://example.com', languages })).toBeUndefined();
    expect(refusal(conversationRelayConfig, { url: 'wss://example.com', languages: [{}] })).toContain(
      'language tag',
    );
  });

  test('is interrupted by speech, by key, by both or not at all', () => {
    const relay = (interruptible: string) =>
      refusal(conversationRelayConfig, { url: 'wss://a.example', interruptible });
    expect(['none', 'any', 'speech', 'dtmf'].map(relay)).toEqual(Array(4).fill(undefined));
    expect(relay('voice')).toBe('Choose one of: none, any, speech, dtmf.');
  });
});
