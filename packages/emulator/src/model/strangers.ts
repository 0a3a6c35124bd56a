import { endLegAfter } from './activities/leg-clock.ts';
import { enterQueue } from './activities/queued.ts';
import { answerLeg } from './answering.ts';
import { openLeg } from './legs.ts';
import { takeStrangers } from './script.ts';
import type { Leg } from './state.ts';
import type { Turn } from './turn.ts';

/** Callers of somebody else's application wait in a queue by the script: they are there before this leg comes to it. */
export function letStrangersWait(
  turn: Turn,
  leg: Leg,
  { name, maxSize }: { name: string; maxSize: number | null },
): void {
  for (const { from, hangsUpAfterMs } of takeStrangers(turn.state, name)) {
    const stranger = openLeg(turn, {
      direction: 'incoming',
      from,
      to: leg.to,
      connectionId: leg.connectionId,
      clientState: null,
      isForeign: true,
    });
    answerLeg(turn, stranger);
    enterQueue(turn, stranger, { name, maxSize, longestMs: null, keepsPlace: false });
    if (hangsUpAfterMs !== undefined)
      endLegAfter(turn, stranger, { reason: 'person', afterMs: hangsUpAfterMs });
  }
}
