import { readRunnable, type RunnableFlow } from '@gatherline/flow';
import { createRecent } from './recent.ts';

/** Finds the parsed flow of a document; `readText` is asked only for one that was not seen before. */
export type DocumentCache = (hash: string, readText: () => string | undefined) => RunnableFlow;

/**
 * Parsed documents by hash: what has one hash has one text, so a copy never goes stale. A service has one of them, so that
 * it reads each document once.
 */
export function createDocumentCache(limit = 200): DocumentCache {
  const documents = createRecent<RunnableFlow>(limit);
  return (hash, readText) =>
    documents(hash, () => {
      const reading = readRunnable(readText() ?? '');
      if (!reading.ok) throw new Error(`The stored flow document ${hash} can not be read.`);
      return reading.flow;
    });
}
