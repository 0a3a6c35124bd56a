import type { CarrierState, Leg } from '../model/state.ts';

/** The leg on which the carrier has rung this number last. */
export function legRungAt({ legs }: CarrierState, number: string): Leg | undefined {
  return Object.values(legs).findLast(({ direction, to }) => direction === 'outgoing' && to === number);
}
