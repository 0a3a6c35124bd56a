import type { FlowDocument } from './call-store.ts';

export interface FlowSummary {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly publishedVersion: number | null;
  readonly publishedAt: string | null;
  readonly publishedRevision: number | null;
}

export interface Draft extends FlowSummary {
  readonly text: string;
}

export interface DraftText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface VersionSummary {
  readonly version: number;
  readonly publishedAt: string;
  readonly revision: number;
}

export interface Route {
  readonly by: 'number' | 'connection_id';
  readonly value: string;
  readonly flow: string;
}

export interface Routing {
  readonly routes: readonly Route[];
  readonly defaultFlow: string | null;
  readonly revision: number;
}

export type Saved =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly current: Draft }
  | { readonly kind: 'missing' };

export type Published =
  | { readonly kind: 'published'; readonly version: number; readonly publishedAt: string }
  | { readonly kind: 'conflict'; readonly current: Draft }
  | { readonly kind: 'missing' };

/** Drafts with their revisions, published versions and routes. */
export interface FlowStore {
  list(): Promise<readonly FlowSummary[]>;
  readDraft(id: string): Promise<Draft | null>;
  /**
   * The revision that it begins at; null when the id is taken. Neither a revision nor a version comes twice under an id, so
   * that nobody who still holds one of a removed flow means the new one with it.
   */
  create(draft: DraftText, atMs: number): Promise<number | null>;
  save(draft: DraftText, baseRevision: number, atMs: number): Promise<Saved>;
  remove(id: string, baseRevision: number): Promise<'removed' | 'missing' | 'conflict' | 'routed'>;
  /** Makes the draft the newest version; `document` is its text. */
  publish(id: string, revision: number, document: FlowDocument, atMs: number): Promise<Published>;
  versions(id: string): Promise<readonly VersionSummary[]>;
  /** One version's text, or the newest one's. */
  readVersion(
    id: string,
    version: number | 'newest',
  ): Promise<(VersionSummary & { readonly document: FlowDocument }) | null>;
  readRouting(): Promise<Routing>;
  saveRouting(
    routing: Omit<Routing, 'revision'>,
    baseRevision: number,
  ): Promise<
    | { readonly kind: 'saved'; readonly revision: number }
    | { readonly kind: 'conflict'; readonly current: Routing }
    | { readonly kind: 'unknown_flow'; readonly flow: string }
  >;
  /** The flow that answers: by the number that was called, else by connection, else the default. */
  routeOf(number: string, connectionId: string | null): Promise<string | null>;
  /** True the first time it is asked of a folder that holds no flow. */
  isFirstStart(): Promise<boolean>;
}
