import type { ResourceStore } from '../store/ports/resource-store.ts';
import { createFolderResources, type FolderResources } from './folder-resources.ts';
import type { ResourceLibrary } from './resources.ts';
import { findSecretKey } from './secret-key.ts';
import { openStoredResources } from './stored-resources.ts';

export interface OpeningParts {
  /** What FLOWS_DIR binds; null without it. */
  readonly folder: FolderResources | null;
  readonly store: ResourceStore;
  /** The key that the operator set; null: the one in the data folder. */
  readonly secretKey: Uint8Array | null;
  readonly dataDir: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The resources of this service, from the folder where there is one. Rejects with SecretKeyError. */
export async function openResources(parts: OpeningParts): Promise<ResourceLibrary> {
  const { folder, store, secretKey, dataDir, now } = parts;
  if (folder !== null) return createFolderResources(folder);
  return openStoredResources({ store, key: findSecretKey(secretKey, dataDir), now });
}
