/** Gives what was made for a key, or makes it; beyond `limit`, what was asked for longest ago is forgotten. */
export type Recent<Value> = (key: string, make: () => Value) => Value;

export function createRecent<Value>(limit: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const found = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, found);
    const oldest = kept.size > limit ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return found.value;
  };
}
