import type { Flow } from '@gatherline/flow';
import type { Editing } from './editing.ts';
import { mergeFlows, same } from './merge-flows.ts';
import type {
  EditorGet,
  EditorPorts,
  EditorSet,
  SaveFlow,
  SaveOutcome,
  SaveSlice,
  SaveState,
} from './state.ts';

/** Quiet time after a change before it is saved, and the longest a change may wait. Milliseconds. */
export const SAVE_AFTER_MS = 1_500;
export const SAVE_WITHIN_MS = 15_000;
const RETRY_FIRST_MS = 2_000;
const RETRY_MOST_MS = 30_000;

export interface Saving {
  readonly slice: SaveSlice;
  readonly opened: (flow: Flow | null, revision: number, readOnly: boolean) => void;
  readonly documentChanged: () => void;
}

/** What the service is known to hold; `mark` names the state of the document that was last acknowledged. */
interface Acknowledged {
  readonly visit: number;
  readonly base: Flow | null;
  readonly mark: number;
}

export function createSaving(set: EditorSet, get: EditorGet, editing: Editing, ports: EditorPorts): Saving {
  const { now, schedule, keptDrafts } = ports;
  let save: SaveFlow | null = null;
  let known: Acknowledged = { visit: 0, base: null, mark: 0 };
  let inFlight: Promise<boolean> | null = null;
  let cancel = () => {};
  let dirtySince: number | null = null;
  let retryMs: number | null = null;

  const isClean = () => editing.mark() === known.mark;
  const stateNow = (): SaveState => {
    if (get().readOnly) return 'read_only';
    if (get().conflict !== null) return 'conflict';
    if (inFlight !== null) return 'saving';
    if (isClean()) return 'saved';
    return retryMs === null ? 'unsaved' : 'offline';
  };
  const refresh = () => {
    if (get().saveState !== stateNow()) set({ saveState: stateNow() });
  };
  const later = (ms: number) => {
    cancel();
    cancel = schedule(() => void flush(), ms);
  };
  const keep = () => {
    const { flow, revision, readOnly } = get();
    if (flow === null || readOnly || known.base === null || isClean()) return;
    keptDrafts.write(flow.id, { flow, base: known.base, revision });
  };
  const acknowledge = (base: Flow, mark: number) => {
    known = { ...known, base, mark };
    retryMs = null;
    dirtySince = isClean() ? null : now();
    if (isClean()) keptDrafts.remove(base.id);
  };

  const settle = (outcome: SaveOutcome, sent: Flow, mark: number): boolean => {
    if (outcome.kind === 'saved') {
      acknowledge(sent, mark);
      set({ revision: outcome.revision, saveError: null });
      if (!isClean()) later(SAVE_AFTER_MS);
      return true;
    }
    if (outcome.kind === 'conflict') {
      cancel();
      set({ conflict: { flow: outcome.flow, revision: outcome.revision } });
      get().announce('Someone else has saved this flow. Choose what to keep.');
    } else if (outcome.kind === 'refused') set({ saveError: outcome.message });
    else {
      retryMs = Math.min(retryMs === null ? RETRY_FIRST_MS : retryMs * 2, RETRY_MOST_MS);
      later(retryMs);
    }
    keep();
    return false;
  };

  const attempt = async (): Promise<boolean> => {
    const { flow, revision, readOnly, conflict } = get();
    if (readOnly || (flow !== null && conflict === null && isClean())) return true;
    if (flow === null || conflict !== null || save === null) return false;
    const { visit } = known;
    const mark = editing.mark();
    const outcome = await save(flow, revision);
    return visit === known.visit && settle(outcome, flow, mark);
  };

  const flush = async (): Promise<boolean> => {
    cancel();
    if (inFlight !== null) await inFlight;
    const { visit } = known;
    const running = attempt();
    inFlight = running;
    if (!isClean()) refresh();
    const ok = await running;
    if (inFlight === running) inFlight = null;
    if (visit !== known.visit) return false;
    refresh();
    return ok && isClean();
  };

  return {
    opened(flow, revision, readOnly) {
      cancel();
      known = { visit: known.visit + 1, base: flow, mark: editing.mark() };
      inFlight = null;
      dirtySince = null;
      retryMs = null;
      const kept = flow === null || readOnly ? null : keptDrafts.read(flow.id);
      const isNews = kept !== null && flow !== null && !same(kept.flow, flow);
      set({ revision, conflict: null, saveError: null, kept: isNews ? kept : null });
      refresh();
    },
    documentChanged() {
      const { flow, readOnly, conflict } = get();
      if (flow === null || readOnly) return;
      if (isClean()) {
        cancel();
        dirtySince = null;
        keptDrafts.remove(flow.id);
      } else if (conflict !== null || retryMs !== null) keep();
      else {
        dirtySince ??= now();
        later(Math.max(0, Math.min(SAVE_AFTER_MS, dirtySince + SAVE_WITHIN_MS - now())));
      }
      refresh();
    },
    slice: {
      saveState: 'saved',
      revision: 0,
      conflict: null,
      saveError: null,
      kept: null,
      setSave(next) {
        save = next;
      },
      flushSave: flush,
      keepUnsaved: keep,
      resolveConflict(choice) {
        const { conflict, flow } = get();
        if (conflict === null || flow === null) return;
        const { flow: theirs, revision } = conflict;
        const merged = choice === 'theirs' ? theirs : mergeFlows(known.base ?? theirs, flow, theirs);
        get().replaceFlow(theirs, 'Their version taken');
        acknowledge(theirs, editing.mark());
        set({ conflict: null, revision, saveError: null });
        if (choice === 'merge') get().replaceFlow(merged, 'My changes put on top of theirs');
        refresh();
      },
      resolveKept(choice) {
        const { kept, flow } = get();
        if (kept === null || flow === null) return;
        set({ kept: null });
        if (choice === 'discard') keptDrafts.remove(flow.id);
        else get().replaceFlow(mergeFlows(kept.base, kept.flow, flow), 'Unsaved edits brought back');
      },
    },
  };
}
