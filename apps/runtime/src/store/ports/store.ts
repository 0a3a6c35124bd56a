import type { CallStore } from './call-store.ts';
import type { FlowStore } from './flow-store.ts';
import type { ResourceStore } from './resource-store.ts';

/** Everything that outlives the process. SQLite implements it; a store that several services share can too. */
export interface Store {
  readonly calls: CallStore;
  readonly flows: FlowStore;
  readonly resources: ResourceStore;
  /** Resolves when a write has reached the disk. */
  readonly checkWritable: () => Promise<void>;
  close(): Promise<void>;
}

/** The store can't write now; the carrier is asked to come again. */
export class StoreUnavailableError extends Error {
  readonly code = 'store_unavailable';

  constructor(cause: unknown) {
    super('The store could not write.', { cause });
    this.name = 'StoreUnavailableError';
  }
}
