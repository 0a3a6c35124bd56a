import type { NodeDefinition } from '@gatherline/flow';

type Searchable = Pick<NodeDefinition, 'type' | 'title' | 'help' | 'synonyms'>;

/**
 * Step types that match every word of a query, best first: whole words of the title or a synonym, then beginnings of
 * words, then anything inside title, synonyms, Telnyx's name or help. An empty query matches all, in their own order.
 */
export function findSteps<T extends Searchable>(definitions: readonly T[], query: string): readonly T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return definitions;
  return definitions
    .map((definition) => ({ definition, score: scoreOf(definition, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ definition }) => definition);
}

function scoreOf(definition: Searchable, words: readonly string[]): number {
  const scores = words.map((word) => scoreOfWord(definition, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function scoreOfWord({ type, title, help, synonyms }: Searchable, word: string): number {
  const inTitle = wordsOf(title);
  const inSynonyms = synonyms.flatMap(wordsOf);
  if (inTitle.includes(word)) return 6;
  if (inSynonyms.includes(word)) return 5;
  if (inTitle.some((other) => other.startsWith(word))) return 4;
  if (inSynonyms.some((other) => other.startsWith(word))) return 3;
  if (type.includes(word) || [...inTitle, ...inSynonyms].some((other) => other.includes(word))) return 2;
  return help.toLowerCase().includes(word) ? 1 : 0;
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
