import type { Exit } from '@gatherline/flow';

type Wires = Readonly<Record<string, string>>;

/**
 * Wires of a node after its exits have changed with its parameters. An exit that took another's place in the list
 * (key 1 became key 3) takes over its wire; the wire of one that is gone goes with it. Wires that belonged to no
 * exit before stay as they were.
 */
export function rewire(wires: Wires, before: readonly Exit[], after: readonly Exit[]): Wires {
  const remaining = new Set(after.map((exit) => exit.id));
  const known = new Set(before.map((exit) => exit.id));
  const renamed = new Map(
    before.flatMap(({ id }, index) => {
      const heir = after[index]?.id;
      const inherits =
        !remaining.has(id) && heir !== undefined && !known.has(heir) && before.length === after.length;
      return inherits ? [[id, heir] as const] : [];
    }),
  );
  return Object.fromEntries(
    Object.entries(wires).flatMap(([exit, target]) => {
      if (remaining.has(exit) || !known.has(exit)) return [[exit, target]];
      const heir = renamed.get(exit);
      return heir === undefined ? [] : [[heir, target]];
    }),
  );
}
