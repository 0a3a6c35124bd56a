import { knownLegs } from '../model/ended-legs.ts';
import type { CarrierState, Leg } from '../model/state.ts';

/** The leg on which the carrier has rung this number last. */
export function legRungAt(state: CarrierState, number: string): Leg | undefined {
  return knownLegs(state).findLast(({ direction, to }) => direction === 'outgoing' && to === number);
}
