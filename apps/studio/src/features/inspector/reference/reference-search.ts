/** A page in two: its title, and what is told below it. */
export interface ReferencePage {
  readonly title: string;
  readonly body: string;
}

/** Takes the title off a page; the drawer shows it already. */
export function withoutTitle(markdown: string): ReferencePage {
  const [first = '', ...rest] = markdown.trim().split('\n');
  const title = /^# (.*)$/.exec(first)?.[1];
  return title === undefined ? { title: '', body: markdown.trim() } : { title, body: rest.join('\n').trim() };
}

/** The headings of the second rank, in their order. */
export function sectionsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^## (.*)$/gm)].flatMap(([, title]) => title ?? []);
}

/**
 * What is left of a page for a search: rows of tables, paragraphs and dialogues that hold every word, under the headings
 * they stand under. A heading that holds the words keeps all of its section. Empty when nothing is found.
 */
export function searchReference(markdown: string, query: string): string {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return markdown;
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return splitAt(markdown, '## ')
    .map((section) => keepIn(section, holds))
    .filter((section) => section !== '')
    .join('\n\n');
}

type Holds = (text: string) => boolean;

function keepIn(section: string, holds: Holds): string {
  const { heading, rest } = headed(section, '## ');
  if (heading !== '' && holds(heading)) return section;
  const kept = splitAt(rest, '### ')
    .map((part) => (part.startsWith('### ') ? (holds(part) ? part : '') : blocksIn(part, holds)))
    .filter((part) => part !== '');
  return kept.length === 0 ? '' : [heading, ...kept].filter(Boolean).join('\n\n');
}

function blocksIn(text: string, holds: Holds): string {
  return text
    .split(/\n{2,}/)
    .map((block) => (block.startsWith('|') ? rowsIn(block, holds) : holds(block) ? block : ''))
    .filter((block) => block.trim() !== '')
    .join('\n\n');
}

/** The head of a table and the line below it stay with whatever rows are left. */
function rowsIn(table: string, holds: Holds): string {
  const [head = '', rule = '', ...rows] = table.split('\n');
  const kept = rows.filter(holds);
  return kept.length === 0 ? '' : [head, rule, ...kept].join('\n');
}

function splitAt(text: string, mark: string): readonly string[] {
  return text
    .split(new RegExp(`^(?=${mark})`, 'm'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function headed(section: string, mark: string): { heading: string; rest: string } {
  if (!section.startsWith(mark)) return { heading: '', rest: section };
  const end = section.indexOf('\n');
  return end < 0
    ? { heading: section, rest: '' }
    : { heading: section.slice(0, end), rest: section.slice(end + 1).trim() };
}
