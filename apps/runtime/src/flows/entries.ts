import type { Flow } from '@gatherline/flow';
import type { FlowDocument } from '../store/ports/call-store.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import { type Reference, referencesIn } from './references.ts';

/** A step that enters another flow. `document` null: that flow is not here. */
export interface Entry {
  readonly by: Flow;
  readonly reference: Reference;
  readonly document: FlowDocument | null;
  /** The step of the outermost flow through which one comes here. */
  readonly through: Reference;
}

/** The flow that a reference means at this moment; null when there is none. */
export type Find = (reference: Reference) => Promise<FlowDocument | null>;

/** Every step by which a call may come from `root` into another flow, directly or through others; each flow is looked for once. */
export async function entriesFrom(
  root: Flow,
  find: Find,
  documents: DocumentCache,
): Promise<readonly Entry[]> {
  const found = new Map<string, FlowDocument | null>();
  const entries: Entry[] = [];
  const open: { readonly by: Flow; readonly through?: Reference }[] = [{ by: root }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { by } = next;
    for (const reference of referencesIn(by)) {
      const through = next.through ?? reference;
      const known = found.get(reference.text);
      const document = known === undefined ? await find(reference) : known;
      entries.push({ by, reference, document, through });
      if (known !== undefined) continue;
      found.set(reference.text, document);
      if (document !== null) open.push({ by: documents(document.hash, () => document.text), through });
    }
  }
  return entries;
}
