import type { Heard } from '../model/heard.ts';

/** What can be recognised in something heard: the words said, the name of a recording, or what happened. */
export function wordsOf(heard: Heard): string {
  if ('text' in heard) return heard.text;
  if (heard.kind === 'audio') return heard.url ?? heard.name ?? '';
  if (heard.kind === 'tones') return `tones ${heard.digits}`;
  // The end of a saying adds nothing that could be recognised.
  if (heard.kind === 'said' || heard.kind === 'cut') return '';
  return heard.kind.replaceAll('_', ' ');
}

/** Whether it is something said or played, which takes its time. */
export function isSaying(heard: Heard): heard is Extract<Heard, { durationMs: number }> {
  return 'durationMs' in heard;
}

/** A list of what was heard, for a sentence about a conversation that went another way. */
export function tellHeard(heard: readonly Heard[]): string {
  const things = heard.map(tellOne).filter((words) => words !== '');
  return things.length === 0 ? 'nothing' : things.join(', then ');
}

function tellOne(heard: Heard): string {
  const words = wordsOf(heard);
  if (heard.kind === 'audio') return `the recording ${words}`;
  if (isSaying(heard) || heard.kind === 'voice') return `"${words}"`;
  if (heard.kind === 'hung_up') return `the end of the call (${heard.cause})`;
  return words;
}
