import type { Json } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { ResourceStore, StoredResource } from '../store/ports/resource-store.ts';
import { type OpenResource, type ResourceLibrary, valuesOf } from './resources.ts';
import { createSecretBox, type SecretBox } from './secret-box.ts';
import { type SecretKey, SecretKeyError } from './secret-key.ts';

export interface StoredResourceParts {
  readonly store: ResourceStore;
  readonly key: SecretKey;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The resources that people bind in the studio. Rejects with SecretKeyError when the key is not the one of the secrets. */
export async function openStoredResources({
  store,
  key,
  now,
}: StoredResourceParts): Promise<ResourceLibrary> {
  const box = createSecretBox(key.bytes);
  refuseWrongKey(await store.list(), box, key.origin);

  return {
    isReadOnly: false,
    list: async () => (await store.list()).map(toOpen),
    async save(name, { type, value }) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const atMs = now();
      const saved = { name, type, value: type === 'secret' ? box.seal(name, text) : text };
      await store.save(saved, atMs);
      return toOpen({ ...saved, updatedAt: new Date(atMs).toISOString() });
    },
    async remove(name) {
      if (!(await store.remove(name))) throw noResource(name);
    },
    async valuesFor(declared) {
      const bound = (await store.list()).map((stored) => [stored.name, toOpen(stored)] as const);
      return valuesOf(declared, new Map(bound));
    },
    async secret(name) {
      const stored = await store.read(name);
      if (stored?.type !== 'secret') return null;
      const value = box.open(name, stored.value);
      if (value === null) throw new Error(`The stored secret ${name} can not be opened.`);
      return value;
    },
  };
}

function refuseWrongKey(stored: readonly StoredResource[], box: SecretBox, origin: string): void {
  const closed = stored
    .filter(({ type, name, value }) => type === 'secret' && box.open(name, value) === null)
    .map(({ name }) => name);
  if (closed.length === 0) return;
  throw new SecretKeyError(
    `${origin}: is not the key that ${closed.join(', ')} ${closed.length === 1 ? 'was' : 'were'} stored with: set that one. ` +
      "If it is lost, DELETE FROM resources WHERE type = 'secret' in gatherline.sqlite, and bind the secrets anew.",
  );
}

function toOpen({ name, type, value, updatedAt }: StoredResource): OpenResource {
  if (type === 'secret') return { name, type, updatedAt };
  return { name, type, value: type === 'hours' ? parseHours(value) : value, updatedAt };
}

function parseHours(text: string): Json {
  return JSON.parse(text);
}

function noResource(name: string): RequestError {
  return new RequestError(404, 'no_such_resource', `Nothing is bound to ${name}.`);
}
