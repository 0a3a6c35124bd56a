import type { Stop } from '@gatherline/flow';
import type { Departure, Takeover } from './call.ts';
import { isSpare } from './legs.ts';
import { change, type Run } from './run.ts';
import { send } from './send.ts';

/** What runs is given this long to stop before the call goes on, in milliseconds. */
export const STOP_WITHIN_MS = 2_000;

/** Stops what runs at a node; `false` when there is no end to wait for, and the call can go on at once. */
export function beginStop(
  run: Run,
  node: string,
  { stop, then }: { readonly stop: Stop; readonly then: Takeover | Departure },
): boolean {
  const due = stop.commands.filter((request) => !isSpare(run.call, request));
  const stoppingBy = due.map((request) => send(run, node, request).id);
  if (stoppingBy.length === 0 || stop.until.length === 0) return false;
  const deadlineMs = run.atMs + STOP_WITHIN_MS;
  change(run, { waiting: { for: stop.until, deadlineMs, stoppingFor: then, stoppingBy } });
  return true;
}
