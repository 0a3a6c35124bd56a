/** The record with one key renamed, its place in the order kept. */
export function renamedKey<Value>(
  entries: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key === from ? to : key, value]));
}
