import { describe, expect, it } from 'vitest';
import type { Heard } from '@gatherline/emulator/model';
import { causeInWords } from './cause-words.ts';
import { type Happening, nameOfSound, transcriptOf, withoutMarkup } from './transcript.ts';

const said = { voice: null, language: 'en-US', action: 'speak', durationMs: 1000, endless: false };
const callControlId = 'c1';
const line = (heard: Heard): Happening => ({ by: 'line', heard });
const speech = (seq: number, text: string): Happening =>
  line({ seq, atMs: seq, callControlId, kind: 'speech', text, ...said });

describe('the conversation as it is shown', () => {
  it('tells what is still being said from what was said or interrupted', () => {
    const lines = transcriptOf([
      speech(1, 'Hello'),
      line({ seq: 2, atMs: 2, callControlId, kind: 'said', of: 1 }),
      speech(3, 'Press 1'),
      { by: 'me', id: 1, act: { act: 'press', digits: '12' } },
      line({ seq: 4, atMs: 4, callControlId, kind: 'cut', of: 3, afterMs: 300 }),
      speech(5, 'Thank you'),
    ]);
    expect(lines.map((entry) => [entry.text, 'progress' in entry ? entry.progress : entry.kind])).toEqual([
      ['Hello', 'said'],
      ['Press 1', 'cut'],
      ['Pressed 1 2', 'me'],
      ['Thank you', 'playing'],
    ]);
  });

  it('cuts what was being said when the line goes dead', () => {
    const lines = transcriptOf([
      speech(1, 'Hello'),
      line({ seq: 2, atMs: 9, callControlId, kind: 'hung_up', cause: 'normal_clearing' }),
    ]);
    expect(lines).toMatchObject([{ progress: 'cut' }, { kind: 'note', text: 'Call ended: hung up' }]);
  });

  it('shows what the person says, and leaves the hanging up to the line', () => {
    const lines = transcriptOf([
      { by: 'me', id: 1, act: { act: 'say', text: 'My name is Ana' } },
      { by: 'me', id: 2, act: { act: 'hang_up' } },
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['My name is Ana']);
  });

  it('names a sound by its file', () => {
    expect(nameOfSound({ url: 'https://example.com/a/welcome.mp3?x=1', name: null })).toBe('welcome.mp3');
    expect(nameOfSound({ url: null, name: 'hold.wav' })).toBe('hold.wav');
    expect(nameOfSound({ url: null, name: null })).toBe('a sound');
  });

  it('reads SSML without its marks and leaves other text alone', () => {
    expect(withoutMarkup('<speak>Hello <break time="1s"/> you</speak>')).toBe('Hello you');
    expect(withoutMarkup('2 < 3')).toBe('2 < 3');
  });

  it('says a cause in words, and one nobody knows without underscores', () => {
    expect(causeInWords('user_busy')).toBe('busy');
    expect(causeInWords('cosmic_rays')).toBe('cosmic rays');
  });
});
