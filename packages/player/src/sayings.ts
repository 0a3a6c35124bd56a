import type { Heard } from '@gatherline/emulator/model';
import type { LineView } from './line.ts';

/** Something said or played to the caller. */
export type Saying = Extract<Heard, { kind: 'speech' | 'assistant' | 'audio' | 'voice' }>;

/** What was said and played so far, in order. */
export function sayingsIn({ heard }: LineView): readonly Saying[] {
  return heard.filter(isSaying);
}

function isSaying(heard: Heard): heard is Saying & Heard {
  return ['speech', 'assistant', 'audio', 'voice'].includes(heard.kind);
}

/** Whether a silent caller notices that the call goes on. */
export function isNoticed(heard: Heard): boolean {
  return isSaying(heard) || ['ringing', 'connected', 'not_connected', 'parted'].includes(heard.kind);
}

/** Whether it has been said to its end, or was cut. */
export function isOver(saying: Saying, { heard, hangup }: LineView): boolean {
  const isEnd = (one: Heard) => (one.kind === 'said' || one.kind === 'cut') && one.of === saying.seq;
  return saying.kind === 'voice' || hangup !== null || heard.some(isEnd);
}

export function isEndless(saying: Saying): boolean {
  return saying.kind !== 'voice' && saying.endless;
}

/** Whether a saying, or any other text, holds these words, however they are spaced. */
export function holdsWords(saying: Saying | string, words: string): boolean {
  return plain(typeof saying === 'string' ? saying : wordsOf(saying)).includes(plain(words));
}

/** A saying for a sentence about it. */
export function quoted(saying: Saying): string {
  return saying.kind === 'audio' ? `the recording ${wordsOf(saying)}` : `“${wordsOf(saying)}”`;
}

function wordsOf(saying: Saying): string {
  return saying.kind === 'audio' ? (saying.url ?? saying.name ?? '') : saying.text;
}

function plain(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
