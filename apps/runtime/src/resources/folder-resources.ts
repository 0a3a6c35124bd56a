import { RequestError } from '../request-error.ts';
import { type Bound, type ResourceLibrary, valuesOf } from './resources.ts';

/** What gatherline.json binds. The value of a secret was taken from the environment. */
export interface FolderResources {
  readonly bound: ReadonlyMap<string, Bound>;
  readonly secrets: ReadonlyMap<string, string>;
  /** When the file was last changed, milliseconds since the epoch. */
  readonly changedMs: number;
}

/** Resources from a checkout, changed only in their file and the environment. */
export function createFolderResources({ bound, secrets, changedMs }: FolderResources): ResourceLibrary {
  const updatedAt = new Date(changedMs).toISOString();
  return {
    isReadOnly: true,
    list: async () =>
      [...bound]
        .map(([name, resource]) => ({ name, updatedAt, ...resource }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    save: refuse,
    remove: refuse,
    valuesFor: async (declared) => valuesOf(declared, bound),
    secret: async (name) => secrets.get(name) ?? null,
  };
}

async function refuse(): Promise<never> {
  throw new RequestError(
    409,
    'read_only',
    'The details of this service come from gatherline.json (FLOWS_DIR): change the file, and start the service again.',
  );
}
