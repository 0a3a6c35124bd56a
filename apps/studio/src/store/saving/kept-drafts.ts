import { isJsonObject, parseFlow } from '@gatherline/flow';
import type { KeptDraft, KeptDrafts } from '../state.ts';

const KEY = 'gatherline.kept.';

/**
 * Unsaved edits in the browser's storage, which `storage` may refuse to give. A full or forbidden one is no reason to
 * fail: the edits stay on the canvas.
 */
export function createKeptDrafts(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptDrafts {
  return {
    read(id) {
      try {
        return fromText(storage().getItem(KEY + id));
      } catch {
        return null;
      }
    },
    write(id, draft) {
      try {
        storage().setItem(KEY + id, JSON.stringify(draft));
      } catch {
        return;
      }
    },
    remove(id) {
      try {
        storage().removeItem(KEY + id);
      } catch {
        return;
      }
    },
  };
}

function fromText(text: string | null): KeptDraft | null {
  const parsed: unknown = text === null ? null : JSON.parse(text);
  if (!isJsonObject(parsed) || typeof parsed.revision !== 'number') return null;
  const flow = parseFlow(parsed.flow);
  const base = parseFlow(parsed.base);
  return flow.ok && base.ok ? { flow: flow.flow, base: base.flow, revision: parsed.revision } : null;
}
