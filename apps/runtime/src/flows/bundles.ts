import type { FlowDocument } from '../store/ports/call-store.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import { createRecent } from '../store/recent.ts';
import { toDocument } from './document.ts';
import type { Entry } from './entries.ts';

/** Makes one document of a flow and of those that it enters: what has the same parts is the same document, made once. */
export type Bundle = (root: FlowDocument, entries: readonly Entry[]) => FlowDocument;

export function createBundles(documents: DocumentCache, limit = 200): Bundle {
  const bundles = createRecent<FlowDocument>(limit);
  const read = ({ hash, text }: FlowDocument) => documents(hash, () => text);

  return (root, entries) => {
    const parts = new Map(
      entries.flatMap(({ reference: { text }, document }) => (document === null ? [] : [[text, document]])),
    );
    const key = [root.hash, ...[...parts].map(([text, { hash }]) => `${text} ${hash}`)].join('\n');
    return bundles(key, () => {
      const subflows = Object.fromEntries([...parts].map(([text, document]) => [text, read(document)]));
      return toDocument(JSON.stringify({ ...read(root), subflows }));
    });
  };
}
