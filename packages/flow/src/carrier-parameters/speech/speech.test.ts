import { describe, expect, test } from 'vitest';
import { gatherUsingAiParams } from '../assistant/gather-using-ai.ts';
import { refusal } from '../parts/refusal.ts';
import { speakParams } from './speak.ts';
import { assistantVoiceSettings, voiceSettings } from './voice-settings.ts';

describe('speak', () => {
  const spoken = { payload: 'Hello', voice: 'Telnyx.KokoroTTS.af' };

  test('needs words and a voice', () => {
    expect(refusal(speakParams, spoken)).toBeUndefined();
    expect(refusal(speakParams, { voice: spoken.voice })).toContain('Write what the caller hears');
    expect(refusal(speakParams, { payload: 'Hello' })).toContain('Choose a voice, like Telnyx.KokoroTTS.af');
  });

  test('takes up to 3000 characters in each language', () => {
    expect(refusal(speakParams, { ...spoken, payload: { es: 'x'.repeat(3000) } })).toBeUndefined();
    expect(refusal(speakParams, { ...spoken, payload: { es: 'x'.repeat(3001) } })).toBe(
      'Shorten the text to 3000 characters; it has 3001.',
    );
  });

  test('takes any voice, since the lists of the providers change', () => {
    expect(refusal(speakParams, { ...spoken, voice: 'Newcomer.Model.Someone' })).toBeUndefined();
  });

  test('takes only languages the carrier reads out', () => {
    expect(refusal(speakParams, { ...spoken, language: 'en-US' })).toBeUndefined();
    expect(refusal(speakParams, { ...spoken, language: 'en' })).toBe(
      'Choose a language from the list, like en-US.',
    );
  });
});

describe('voice settings', () => {
  test.each([
    [{ type: 'telnyx', voice_speed: 0.1 }],
    [{ type: 'telnyx', voice_speed: 2 }],
    [{ type: 'soniox', speed: 1.3, reduce_silence: true }],
    [{ type: 'minimax', language_boost: null, pitch: -2 }],
    [{ type: 'azure', region: '{{ vars.region }}' }],
  ])('%j is accepted', (settings) => {
    expect(refusal(voiceSettings, settings)).toBeUndefined();
  });

  test.each([
    [{ type: 'telnyx', voice_speed: 2.1 }, 'from 0.1 to 2.'],
    [{ type: 'soniox', speed: 0.6 }, 'from 0.7 to 1.3.'],
    [{ type: 'resemble', sample_rate: 8000 }, 'Choose one of: 8000, 16000'],
    [{ type: 'inworld', delivery_mode: 'stable' }, 'Choose one of: STABLE, BALANCED, CREATIVE.'],
    [{ type: 'espeak' }, 'Name the provider as "type"'],
    [{ voice_speed: 1 }, 'Name the provider as "type"'],
  ])('%j is refused', (settings, sentence) => {
    expect(refusal(voiceSettings, settings)).toContain(sentence);
  });

  test('keep whatever is written for AWS', () => {
    const settings = { type: 'aws', engine: 'neural' };
    expect(voiceSettings.parse(settings)).toEqual(settings);
  });

  test('of an assistant leave out the providers that the AI actions do not take', () => {
    expect(refusal(assistantVoiceSettings, { type: 'minimax' })).toContain('Name the provider');
    expect(refusal(gatherUsingAiParams, { parameters: {}, voice_settings: { type: 'inworld' } })).toContain(
      'Name the provider',
    );
  });
});
