import { readRunnable, type RunnableFlow } from '@gatherline/flow';

/** Finds the parsed flow of a document; `readText` is asked only for one that was not seen before. */
export type DocumentCache = (hash: string, readText: () => string | undefined) => RunnableFlow;

/** Parsed documents by hash: what has one hash has one text, so a copy never goes stale. */
export function createDocumentCache(limit = 200): DocumentCache {
  const documents = new Map<string, RunnableFlow>();
  return (hash, readText) => {
    const known = documents.get(hash);
    if (known !== undefined) return known;
    const reading = readRunnable(readText() ?? '');
    if (!reading.ok) throw new Error(`The stored flow document ${hash} can not be read.`);
    const oldest = documents.size < limit ? undefined : documents.keys().next().value;
    if (oldest !== undefined) documents.delete(oldest);
    documents.set(hash, reading.flow);
    return reading.flow;
  };
}
