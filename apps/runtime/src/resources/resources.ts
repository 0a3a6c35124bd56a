import { type Json, type JsonObject, resourceComplaint, type ResourceType } from '@gatherline/flow';
import type { Binding } from './binding.ts';

/** Names that a flow reads as `{{ resources.<name> }}`, each with its type. */
export type Declared = { readonly [name: string]: { readonly type: ResourceType } };

/** What a service binds the names to that its flows declare as resources. */
export interface Resources {
  /**
   * The values of what a flow declares; `missing` names what is not bound, or to something of another type. A secret is
   * only checked for being set: it is never among the values.
   */
  valuesFor(
    declared: Declared,
  ): Promise<{ readonly values: JsonObject; readonly missing: readonly string[] }>;
  /** The value of a secret, for a request that is being sent; null when it is not set. */
  secret(name: string): Promise<string | null>;
}

/** A resource as people may see it: of a secret, that it is set. */
export type OpenResource = { readonly name: string; readonly updatedAt: string } & Bound;

export type Bound =
  | { readonly type: 'secret' }
  | { readonly type: Exclude<ResourceType, 'secret'>; readonly value: Json };

/** The resources of this service: kept in the store, or read from a folder and then read-only. */
export interface ResourceLibrary extends Resources {
  readonly isReadOnly: boolean;
  list(): Promise<readonly OpenResource[]>;
  /** Binds a name anew. */
  save(name: string, binding: Binding): Promise<OpenResource>;
  remove(name: string): Promise<void>;
}

/** Whether what is bound can stand where a flow expects the type. A secret never stands in for anything else. */
function fits(bound: Bound, type: ResourceType): boolean {
  if (bound.type === 'secret' || type === 'secret') return bound.type === type;
  return resourceComplaint(type, bound.value) === null;
}

/** The values of what a flow declares, among what is bound. */
export function valuesOf(
  declared: Declared,
  bound: ReadonlyMap<string, Bound>,
): Awaited<ReturnType<Resources['valuesFor']>> {
  const values: [string, Json][] = [];
  const missing: string[] = [];
  for (const [name, { type }] of Object.entries(declared)) {
    const found = bound.get(name);
    if (found === undefined || !fits(found, type)) missing.push(name);
    else if (found.type !== 'secret') values.push([name, found.value]);
  }
  return { values: Object.fromEntries(values), missing };
}
