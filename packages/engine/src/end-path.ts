import { change, type Run } from './run.ts';

/** How long the carrier may take to confirm the end of a call, in milliseconds. */
export const END_WITHIN_MS = 30_000;

/** The path has ended: the call should be hung up soon, or nothing is left to do for one that is over. */
export function endPath(run: Run): null {
  const isHungUp = run.call.state === 'ended';
  change(run, { node: null, waiting: isHungUp ? null : { for: [], deadlineMs: run.atMs + END_WITHIN_MS } });
  return null;
}
