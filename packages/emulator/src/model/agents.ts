import { endLegAfter } from './activities/leg-clock.ts';
import { answerLeg } from './answering.ts';
import { bridgeLegs } from './bridging.ts';
import { openLeg } from './legs.ts';
import { firstWaiting } from './queues.ts';
import { staffOf } from './script.ts';
import type { Turn } from './turn.ts';

/**
 * An agent takes the call that has waited longest in a queue; none does when nobody waits. The agent's own leg is
 * somebody else's application's, and its number is the queue's name.
 */
export function sendAgent(turn: Turn, queue: string): void {
  const waiting = firstWaiting(turn, queue, null);
  if (waiting === undefined) return;
  const agent = openLeg(turn, {
    direction: 'outgoing',
    from: waiting.to,
    to: queue,
    connectionId: waiting.connectionId,
    clientState: null,
    isForeign: true,
  });
  answerLeg(turn, agent);
  bridgeLegs(turn, waiting, agent);
  const { hangsUpAfterMs } = staffOf(turn.state.script, queue) ?? {};
  if (hangsUpAfterMs !== undefined) endLegAfter(turn, agent, { reason: 'person', afterMs: hangsUpAfterMs });
}
