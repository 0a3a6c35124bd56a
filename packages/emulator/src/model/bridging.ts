import { stopSounds } from './activities/sound.ts';
import { tellAll } from './activity.ts';
import { partFromPartner } from './legs.ts';
import type { Leg } from './state.ts';
import { emit, hear, type Turn } from './turn.ts';
import { numbersOf } from './webhooks.ts';

/** Connects two answered legs; whoever one of them was bridged with before is let go. */
export function bridgeLegs(turn: Turn, leg: Leg, other: Leg): void {
  for (const one of [leg, other]) {
    partFromPartner(turn, one);
    makeQuiet(turn, one);
  }
  // Letting somebody go can end who hangs on them.
  if (leg.endedAtMs !== null || other.endedAtMs !== null) return;
  leg.bridgedWith = other.callControlId;
  other.bridgedWith = leg.callControlId;
  for (const [one, opposite] of [
    [leg, other],
    [other, leg],
  ] as const) {
    emit(turn, one, 'call.bridged', numbersOf(one));
    hear(turn, one, {
      kind: 'connected',
      with: opposite.direction === 'outgoing' ? opposite.to : opposite.from,
    });
  }
}

function makeQuiet(turn: Turn, leg: Leg): void {
  tellAll(leg, (activity) => turn.rulesOf(activity).onBridged(turn, leg, activity));
  stopSounds(turn, leg, 'all', 'main');
  stopSounds(turn, leg, 'all', 'overlay');
}
