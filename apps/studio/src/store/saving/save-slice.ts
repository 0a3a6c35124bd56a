import { type Flow, mergeFlows, same } from '@gatherline/flow';
import type { Editing } from '../document/editing.ts';
import type {
  EditorGet,
  EditorPorts,
  EditorSet,
  SaveFlow,
  SaveOutcome,
  SaveSlice,
  SaveState,
} from '../state.ts';

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

/** A state of the document on its way to the service. */
interface Sent {
  readonly flow: Flow;
  readonly mark: number;
}

export function createSaving(set: EditorSet, get: EditorGet, editing: Editing, ports: EditorPorts): Saving {
  const { now, schedule, keptDrafts } = ports;
  let save: SaveFlow | null = null;
  let known: Acknowledged = { visit: 0, base: null, mark: 0 };
  let inFlight: Promise<boolean> | null = null;
  let queued: Promise<boolean> | null = null;
  /** Sent without an answer: the service may hold one of these. */
  let uncertain: readonly Sent[] = [];
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
    const { flow, revision, readOnly, kept } = get();
    if (flow === null || readOnly || known.base === null || isClean()) return;
    const all = kept === null ? flow : mergeFlows(kept.base, { mine: flow, theirs: kept.flow }).flow;
    keptDrafts.write(flow.id, { flow: all, base: known.base, revision });
  };
  const release = (id: string) => {
    if (get().kept === null) keptDrafts.remove(id);
  };
  /** Edits that are saved after all are no news on the next visit. */
  const forgetKept = (flow: Flow) => {
    const kept = keptDrafts.read(flow.id);
    if (kept === null || !same(kept.flow, flow)) return;
    keptDrafts.remove(flow.id);
    if (get().flow?.id === flow.id) set({ kept: null });
  };
  const acknowledge = (base: Flow, mark: number) => {
    known = { ...known, base, mark };
    uncertain = [];
    retryMs = null;
    dirtySince = isClean() ? null : now();
    if (isClean()) release(base.id);
  };

  const saved = ({ flow, mark }: Sent, revision: number): true => {
    acknowledge(flow, mark);
    set({ revision, saveError: null });
    if (!isClean()) later(SAVE_AFTER_MS);
    return true;
  };

  const settle = (outcome: SaveOutcome, sent: Sent): boolean => {
    if (outcome.kind === 'saved') return saved(sent, outcome.revision);
    if (outcome.kind === 'conflict') {
      const own = [sent, ...uncertain].find(({ flow }) => same(flow, outcome.flow));
      if (own !== undefined) return saved(own, outcome.revision);
      cancel();
      const { flow, revision } = outcome;
      set({ conflict: { flow, revision, base: known.base ?? flow } });
      get().announce('Someone else has saved this flow. Choose what to keep.');
    } else if (outcome.kind === 'refused') set({ saveError: outcome.message });
    else {
      uncertain = [...uncertain.filter(({ flow }) => flow !== sent.flow), sent];
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
    if (visit === known.visit) return settle(outcome, { flow, mark });
    if (outcome.kind === 'saved') forgetKept(flow);
    return false;
  };

  const send = async (): Promise<boolean> => {
    cancel();
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

  const sendAfter = async (running: Promise<boolean>): Promise<boolean> => {
    const { visit } = known;
    await running;
    if (visit !== known.visit) return false;
    queued = null;
    return send();
  };

  /** One save at a time: whoever asks meanwhile shares the one after it. */
  const flush = (): Promise<boolean> => {
    cancel();
    if (queued !== null) return queued;
    if (inFlight === null) return send();
    queued = sendAfter(inFlight);
    return queued;
  };

  return {
    opened(flow, revision, readOnly) {
      cancel();
      known = { visit: known.visit + 1, base: flow, mark: editing.mark() };
      inFlight = null;
      queued = null;
      uncertain = [];
      dirtySince = null;
      retryMs = null;
      if (flow !== null) forgetKept(flow);
      const kept = flow === null || readOnly ? null : keptDrafts.read(flow.id);
      set({ revision, conflict: null, saveError: null, kept });
      refresh();
    },
    documentChanged() {
      const { flow, readOnly, conflict } = get();
      if (flow === null || readOnly) return;
      if (isClean()) {
        cancel();
        dirtySince = null;
        release(flow.id);
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
      resolveConflict(choice, choose) {
        const { conflict, flow } = get();
        if (conflict === null || flow === null) return;
        const { flow: theirs, revision, base } = conflict;
        const merged = choice === 'theirs' ? theirs : mergeFlows(base, { mine: flow, theirs }, choose).flow;
        get().replaceFlow(theirs, 'Their version taken');
        acknowledge(theirs, editing.mark());
        set({ conflict: null, revision, saveError: null });
        if (choice === 'merge') get().replaceFlow(merged, 'Both versions put together');
        refresh();
      },
      resolveKept(choice, choose) {
        const { kept, flow } = get();
        if (kept === null || flow === null) return;
        set({ kept: null });
        if (choice === 'discard') keptDrafts.remove(flow.id);
        else {
          const merged = mergeFlows(kept.base, { mine: kept.flow, theirs: flow }, choose);
          get().replaceFlow(merged.flow, 'Unsaved edits brought back');
        }
      },
    },
  };
}
