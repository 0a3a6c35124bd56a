import type { Flow } from '@gatherline/flow';
import type { FlowVersion } from '../store/ports/call-store.ts';
import type { FlowSummary, Routing, VersionSummary } from '../store/ports/flow-store.ts';

export interface OpenFlow {
  readonly flow: Flow;
  readonly revision: number;
  readonly publishedVersion: number | null;
  readonly publishedAt: string | null;
}

export interface OpenVersion {
  readonly version: number;
  readonly flow: Flow;
  readonly publishedAt: string;
}

/**
 * The flows this service answers with: kept in the store, or read from a folder and then read-only. What can't be done
 * as asked rejects with RequestError.
 */
export interface FlowLibrary {
  readonly isReadOnly: boolean;
  list(): Promise<readonly FlowSummary[]>;
  read(id: string): Promise<OpenFlow>;
  /** `document` is what came over HTTP; it is parsed here. */
  create(document: unknown): Promise<{ readonly flow: Flow; readonly revision: number }>;
  save(id: string, document: unknown, baseRevision: number): Promise<{ readonly revision: number }>;
  remove(id: string, baseRevision: number): Promise<void>;
  publish(id: string, revision: number): Promise<{ readonly version: number; readonly publishedAt: string }>;
  versions(id: string): Promise<readonly VersionSummary[]>;
  readVersion(id: string, version: number): Promise<OpenVersion>;
  readRouting(): Promise<Routing>;
  saveRouting(
    routing: Omit<Routing, 'revision'>,
    baseRevision: number,
  ): Promise<{ readonly revision: number }>;
  /** The published flow that answers a number or a connection; null when nothing does. */
  versionFor(number: string, connectionId: string | null): Promise<FlowVersion | null>;
  /** A flow as it stands at this moment, for one call to follow to its end. */
  resolveVersion(id: string, version: number | 'newest' | 'draft'): Promise<FlowVersion>;
}
