import type { CallStore } from './call-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { ResourceStore } from './resource-store.ts';

/** Everything that outlives the process. SQLite implements it; a store that several services share can too. */
export interface Store {
  readonly calls: CallStore;
  readonly flows: FlowStore;
  readonly resources: ResourceStore;
  /** Resolves when a write such as a call's has reached the disk; rejects with StoreUnavailableError. */
  readonly checkWritable: () => Promise<void>;
  close(): Promise<void>;
}

/** Why a store can't write; only what is `damaged` stays so. */
export type StoreTrouble = 'busy' | 'full' | 'damaged' | 'unwritable';

const sentences: Readonly<Record<StoreTrouble, string>> = {
  busy: 'Another program holds the database: stop it.',
  full: 'The disk of the database is full: free some space on it.',
  damaged: 'The database is damaged: stop the service, and put a backup in the place of gatherline.sqlite.',
  unwritable: 'The database can not be written: look at its disk, and at the rights to its folder.',
};

/** The store can't write now; the carrier is asked to come again. The message says to the operator what to do. */
export class StoreUnavailableError extends Error {
  readonly code = 'store_unavailable';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(sentences[trouble], { cause });
    this.name = 'StoreUnavailableError';
    this.trouble = trouble;
  }
}
