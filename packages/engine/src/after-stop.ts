import { leave } from '@gatherline/flow';
import type { Departure, Takeover } from './call.ts';
import { unwindTo } from './frames.ts';
import { follow, goTo } from './path.ts';
import { change, type Run } from './run.ts';

/** What ran has stopped, or has had the time to. */
export function goOnAfterStop(run: Run, then: Takeover | Departure): void {
  if ('listener' in then) return takeOver(run, then);
  follow(run, leave(then.exit, { why: then.why }));
}

/** A refusal of anything else says nothing of what is being stopped. */
export function onStopRefused(run: Run, commandId: string): void {
  const { waiting } = run.call;
  if (waiting?.stoppingFor === undefined) return;
  const stoppingBy = waiting.stoppingBy?.filter((id) => id !== commandId);
  if (stoppingBy === undefined || stoppingBy.length === 0) return goOnAfterStop(run, waiting.stoppingFor);
  change(run, { waiting: { ...waiting, stoppingBy } });
}

/** The call goes on from a listener. */
export function takeOver(run: Run, { listener, depth, event }: Takeover): void {
  unwindTo(run, depth);
  change(run, { event, idleVisits: 0 });
  goTo(run, listener);
}
