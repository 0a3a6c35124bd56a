import { type CallerText, type Flow, servedIn } from '@gatherline/flow';
import { type FlowText, nameOf, textsIn } from '../../../store/index.ts';

/** One text of the flow as a row of the table: where it is said, and its words by language. */
export interface TextRow {
  readonly key: string;
  readonly text: FlowText;
  /** The step's name, or the flow's. */
  readonly place: string;
  readonly lacking: readonly string[];
}

/** Every text that callers hear, in the order in which a call meets them. */
export function textRows(flow: Flow, languages: readonly string[]): readonly TextRow[] {
  return textsIn(flow).map((text) => ({
    key: `${text.node ?? ''}/${text.at.join('.')}`,
    text,
    place: text.node === null ? 'The flow' : nameOf(flow, text.node),
    lacking: languages.filter((language) => isLacking(text.text, language, languages[0] ?? language)),
  }));
}

function isLacking(text: CallerText | undefined, language: string, usual: string): boolean {
  return ['missing', 'usual'].includes(servedIn(text, language, usual));
}

/** The words that stand in the column of a language: one text for all stands in that of the usual one. */
export function wordsIn(text: CallerText | undefined, language: string, usual: string): string {
  if (typeof text === 'string') return language === usual ? text : '';
  return text?.[language] ?? '';
}

interface Filter {
  readonly query: string;
  readonly isOnlyLacking: boolean;
}

/** Rows whose place, title or words hold every word of the query. */
export function filterRows(rows: readonly TextRow[], { query, isOnlyLacking }: Filter): readonly TextRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ text, place, lacking }) => {
    if (isOnlyLacking && lacking.length === 0) return false;
    const said = typeof text.text === 'string' ? text.text : Object.values(text.text ?? {}).join(' ');
    const haystack = `${place} ${text.title} ${said}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
