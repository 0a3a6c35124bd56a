import { actOnRing } from './activities/ring.ts';
import type { JsonObject } from './json.ts';
import { announceLeg, endedByPerson, endLeg, type LegEnd, openLeg } from './legs.ts';
import type { Leg } from './state.ts';
import { hear, legOf, type Turn } from './turn.ts';
import { pressKeys, say } from './voice-and-keys.ts';

/** What a person on a leg does. `fills` says which fields of an assistant's question the words answer. */
export type CallerAct =
  | { kind: 'press'; digits: string }
  | { kind: 'say'; text: string; fills?: JsonObject | undefined }
  | { kind: 'hang_up' }
  /** Picks up, or declines, a leg that rings. */
  | { kind: 'answer' }
  | { kind: 'decline' };

export type DialIn = {
  from: string;
  to: string;
  connectionId?: string | undefined;
  clientState?: string | undefined;
};

const cancelled: LegEnd = { cause: 'originator_cancel', source: 'caller', sip: '487' };

/** Somebody calls from outside: the leg is parked and rings until the application does something about it. */
export function dialIn(turn: Turn, { from, to, connectionId, clientState }: DialIn): Leg {
  const leg = openLeg(turn, {
    direction: 'incoming',
    from,
    to,
    connectionId: connectionId ?? turn.state.connectionId,
    clientState: clientState ?? null,
  });
  announceLeg(turn, leg);
  hear(turn, leg, { kind: 'ringing', to });
  return leg;
}

/** Acts on a leg that is over, or that can't be acted on so, are lost as they are on a real phone. */
export function actOut(turn: Turn, callControlId: string, act: CallerAct): void {
  const leg = legOf(turn, callControlId);
  if (leg === undefined || leg.endedAtMs !== null) return;
  switch (act.kind) {
    case 'press':
      return pressKeys(turn, leg, act.digits);
    case 'say':
      return say(turn, leg, { text: act.text, fills: act.fills ?? null });
    case 'hang_up':
      return hangUp(turn, leg);
    case 'answer':
      return actOnRing(turn, leg, 'answered');
    case 'decline':
      return actOnRing(turn, leg, 'declined');
  }
}

function hangUp(turn: Turn, leg: Leg): void {
  if (leg.answeredAtMs !== null) return endLeg(turn, leg, endedByPerson(leg));
  // Whoever is being rung has nothing to hang up yet.
  if (leg.direction === 'incoming') endLeg(turn, leg, cancelled);
}
