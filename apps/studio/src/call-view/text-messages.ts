import type { AnyTraceEntry } from '../api/index.ts';
import type { Happening } from './transcript.ts';

/** What happened, with the text message that this entry of the trace tells of; one that the carrier refuses is taken back. */
export function withTextMessage(
  happenings: readonly Happening[],
  entry: AnyTraceEntry,
): readonly Happening[] {
  if (entry.kind === 'refused' && entry.action === 'send_message')
    return happenings.filter((one) => one.by !== 'flow' || one.visit !== entry.visit);
  if (entry.kind !== 'sent' || entry.action !== 'send_message') return happenings;
  const { visit, body } = entry;
  // The trace is told from its beginning again when its stream was broken.
  if (happenings.some((one) => one.by === 'flow' && one.visit === visit)) return happenings;
  return [...happenings, { by: 'flow', visit, to: wordsIn(body.to), text: wordsIn(body.text) }];
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
