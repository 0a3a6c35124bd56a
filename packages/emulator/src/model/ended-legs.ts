import type { CarrierState, EndedLegs, Leg } from './state.ts';

/** An ended call can be asked about for ten minutes. */
const keptMs = 600_000;
const minuteMs = 60_000;

/** A leg the carrier still knows, alive or ended less than ten minutes ago. */
export function knownLeg(state: CarrierState, callControlId: string): Leg | undefined {
  const leg = legIn(state.legs, callControlId) ?? endedLeg(state, callControlId);
  const isForgotten = leg !== undefined && leg.endedAtMs !== null && state.nowMs - leg.endedAtMs > keptMs;
  return isForgotten ? undefined : leg;
}

/** Every leg the carrier knows, in the order of their begin; ended ones first. */
export function knownLegs(state: CarrierState): Leg[] {
  return [...state.ended, { legs: state.legs }].flatMap(({ legs }) => Object.values(legs));
}

/** Takes a leg with which nothing can happen any more out of the way of those that live. */
export function putAway(state: CarrierState, leg: Leg): void {
  const minute = Math.floor(state.nowMs / minuteMs);
  const last = state.ended.at(-1);
  delete state.legs[leg.callControlId];
  const legs = { ...(last?.minute === minute ? last.legs : {}), [leg.callControlId]: leg };
  state.ended = [...state.ended.filter((one) => one.minute !== minute), { minute, legs }];
}

export function forgetOldLegs(state: CarrierState): void {
  const isOld = ({ minute }: EndedLegs) => state.nowMs - (minute + 1) * minuteMs > keptMs;
  if (state.ended.some(isOld)) state.ended = state.ended.filter((one) => !isOld(one));
}

function endedLeg({ ended }: CarrierState, callControlId: string): Leg | undefined {
  return ended.map(({ legs }) => legIn(legs, callControlId)).find((leg) => leg !== undefined);
}

function legIn(legs: Record<string, Leg>, callControlId: string): Leg | undefined {
  return Object.hasOwn(legs, callControlId) ? legs[callControlId] : undefined;
}
