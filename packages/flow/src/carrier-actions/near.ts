/** How many names are offered for one that is unknown. */
const MOST_OFFERED = 3;

/** The names that `name` may have been meant for, nearest first: misspelt, in another order or in camelCase. */
export function nearest(name: string, names: readonly string[]): readonly string[] {
  const meant = wordsOf(name);
  const limit = Math.max(2, Math.floor(meant.length * 0.4));
  return names
    .map((candidate) => ({ candidate, steps: stepsBetween(meant, wordsOf(candidate)) }))
    .filter(({ steps }) => steps <= limit)
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, MOST_OFFERED)
    .map(({ candidate }) => candidate);
}

/** A name as its words in the order of the alphabet, so that `startRecord` is `record_start`. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .toSorted()
    .join('_');
}

/** Letters to add, drop or change (Levenshtein). */
function stepsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1];
    for (const [column, counterpart] of other.split('').entries()) {
      const changed = (row[column] ?? 0) + (letter === counterpart ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
