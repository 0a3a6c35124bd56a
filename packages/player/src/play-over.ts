import type { Conversation } from '@gatherline/conversations';
import type { LineRequest, LineView } from './line.ts';
import { runSteps, type Verdict } from './run-steps.ts';

/** A line that takes its time: a running service with a carrier before it. */
export interface RemoteLine {
  /** Does what is asked, waits until all that follows from it has happened, and tells what is known then. */
  perform(request: LineRequest): Promise<LineView>;
}

/** Plays a conversation over a line of one's own, where the phone is ringing already. */
export async function playOver(line: RemoteLine, { call, steps }: Conversation): Promise<Verdict> {
  const running = runSteps({ direction: call.direction, steps });
  let next = running.next();
  while (next.done !== true) next = running.next(await line.perform(next.value));
  return next.value;
}
