import { describe, expect, it } from 'vitest';
import { CALL_LIMIT_MS, speechUpToMs } from './speech-length.ts';

const words = 'A sentence of eighty letters '.repeat(3).slice(0, 80);

describe('the longest that a text may take to be read out', () => {
  it('counts eight letters a second', () => expect(speechUpToMs(words)).toBe(10_000));

  it('counts how often it is said', () => {
    expect(speechUpToMs(words, { loop: 3 })).toBe(30_000);
    expect(speechUpToMs(words, { loop: 'infinity' })).toBe(CALL_LIMIT_MS);
  });

  it.each(['voice_speed', 'speed'])('counts how slow the voice is set, by %s', (name) =>
    expect(speechUpToMs(words, { voice_settings: { type: 'any', [name]: 0.1 } })).toBe(100_000),
  );

  it('takes no voice for quicker than usual', () =>
    expect(speechUpToMs(words, { voice_settings: { voice_speed: 2 } })).toBe(10_000));

  it('counts the pauses of SSML, and the slowest speed it asks for', () => {
    const read = (payload: string) => speechUpToMs(payload, { payload_type: 'ssml' });
    expect(read(`${words}<break time="20s"/><break time="500ms"/>`)).toBeGreaterThanOrEqual(30_500);
    expect(read(`${words}<break strength="x-strong"/>`)).toBeGreaterThan(10_000);
    expect(read(`<prosody rate="50%">${words}</prosody>`)).toBeGreaterThanOrEqual(20_000);
    expect(read(`<prosody rate="x-slow">${words}</prosody>`)).toBeGreaterThanOrEqual(20_000);
  });

  it.each(['您好'.repeat(40), 'ありがとう'.repeat(16), '안녕'.repeat(40)])(
    'counts a syllable for each sign: %s',
    (text) => expect(speechUpToMs(text)).toBeGreaterThanOrEqual(40_000),
  );

  it('counts a word for each digit', () => expect(speechUpToMs('4'.repeat(80))).toBe(50_000));
});
