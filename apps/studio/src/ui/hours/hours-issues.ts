import { hoursSchema, type Json } from '@gatherline/flow';

/** What is wrong, by where it stands inside the hours: `weekly.mon.0.1`. */
export type Issues = ReadonlyMap<string, string>;

export function issuesOf(value: Json): Issues {
  const result = hoursSchema.safeParse(value);
  const issues = new Map<string, string>();
  for (const { path, message } of result.error?.issues ?? []) {
    const place = path.join('.');
    if (!issues.has(place)) issues.set(place, message);
  }
  return issues;
}

/** The first message at a place or at a part of it. */
export function issueWithin(issues: Issues, place: string): string | undefined {
  for (const [at, message] of issues) if (at === place || at.startsWith(`${place}.`)) return message;
  return undefined;
}
