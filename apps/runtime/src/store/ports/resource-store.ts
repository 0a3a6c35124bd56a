import type { ResourceType } from '@gatherline/flow';

/** A name that this service binds to a value. The value is kept as text; a secret's has been sealed before it comes here. */
export interface StoredResource {
  readonly name: string;
  readonly type: ResourceType;
  readonly value: string;
  readonly updatedAt: string;
}

export type ResourceText = Omit<StoredResource, 'updatedAt'>;

/** What names are bound to in this environment. */
export interface ResourceStore {
  /** All of them, by name. */
  list(): Promise<readonly StoredResource[]>;
  read(name: string): Promise<StoredResource | null>;
  /** Binds the name anew, whatever it was bound to. */
  save(resource: ResourceText, atMs: number): Promise<void>;
  /** False when the name was not bound. */
  remove(name: string): Promise<boolean>;
}
