import type { JsonObject, ResourceType } from '@gatherline/flow';

/** What a service binds the names to that its flows declare as resources. */
export interface Resources {
  /**
   * The values of what a flow declares; `missing` names what is not bound, or to another type. A secret is only checked
   * for being set: it is never among the values.
   */
  valuesFor(declared: {
    readonly [name: string]: { readonly type: ResourceType };
  }): Promise<{ readonly values: JsonObject; readonly missing: readonly string[] }>;
  /** The value of a secret, for a request that is being sent; null when it is not set. */
  secret(name: string): Promise<string | null>;
}
