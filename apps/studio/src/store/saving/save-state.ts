import type { Conflict, Flow, Side } from '@gatherline/flow';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'read_only';

/** What became of one attempt to save. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly flow: Flow; readonly revision: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string };

/** Writes a draft that was based on `revision`; never rejects. */
export type SaveFlow = (flow: Flow, revision: number) => Promise<SaveOutcome>;

/** Edits that never reached the service, as kept on this device. */
export interface KeptDraft {
  readonly flow: Flow;
  readonly base: Flow;
  readonly revision: number;
}

export interface SaveSlice {
  readonly saveState: SaveState;
  readonly revision: number;
  /** What the service holds when someone else saved first, and what both sides began from. */
  readonly conflict: { readonly flow: Flow; readonly revision: number; readonly base: Flow } | null;
  /** Why the service refused the last save. */
  readonly saveError: string | null;
  /** Edits from an earlier visit that were found on this device. */
  readonly kept: KeptDraft | null;
  /** Gives the store its way to save; called once by the app. */
  readonly setSave: (save: SaveFlow) => void;
  /** Saves now; true when the service holds exactly what is on the canvas. */
  readonly flushSave: () => Promise<boolean>;
  /** Keeps unsaved edits on this device; for the moment a tab is closed or hidden. */
  readonly keepUnsaved: () => void;
  /** `theirs`: take the service's version (undo brings mine back). `merge`: put both together; mine counts unless `choose` says otherwise. */
  readonly resolveConflict: (choice: 'theirs' | 'merge', choose?: Choose) => void;
  /** Brings the kept edits back, into what others changed since; or throws them away. */
  readonly resolveKept: (choice: 'restore' | 'discard', choose?: Choose) => void;
}

/** Says whose value is taken where both sides changed one. */
export type Choose = (conflict: Conflict) => Side;

/** Where unsaved edits are kept on this device, by flow id. */
export interface KeptDrafts {
  readonly read: (id: string) => KeptDraft | null;
  readonly write: (id: string, draft: KeptDraft) => void;
  readonly remove: (id: string) => void;
}
