import { knownLeg } from '../model/ended-legs.ts';
import type { Heard } from '../model/heard.ts';
import type { CarrierState } from '../model/state.ts';

/** What was heard on each leg, as long as the carrier knows the leg. */
export type HeardLog = {
  keep(heard: readonly Heard[], state: CarrierState): void;
  on(callControlId: string): readonly Heard[];
};

const forgetEveryMs = 60_000;

export function createHeardLog(): HeardLog {
  const byLeg = new Map<string, Heard[]>();
  let forgetAtMs = 0;

  function forget(state: CarrierState): void {
    forgetAtMs = state.nowMs + forgetEveryMs;
    for (const callControlId of byLeg.keys()) {
      if (knownLeg(state, callControlId) === undefined) byLeg.delete(callControlId);
    }
  }

  return {
    keep(heard, state) {
      for (const one of heard) {
        const earlier = byLeg.get(one.callControlId);
        if (earlier === undefined) byLeg.set(one.callControlId, [one]);
        else earlier.push(one);
      }
      if (state.nowMs >= forgetAtMs) forget(state);
    },
    on: (callControlId) => byLeg.get(callControlId) ?? [],
  };
}
