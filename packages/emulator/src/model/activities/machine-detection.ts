import { defineActivity } from '../activity.ts';
import { type Detection, type Verdict, verdictsOn } from '../machine-verdicts.ts';
import type { Party } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, nextNumber, removeActivity, type Turn } from '../turn.ts';
import { cutAtTheBeep } from './sound.ts';
import { numbersOf } from '../webhooks.ts';

/** The carrier listening to who has answered; what it will find out is known from the script. */
export type MachineDetection = Activity & { kind: 'machine_detection'; verdicts: Verdict[] };

export const machineDetection = defineActivity<MachineDetection>('machine_detection', {
  onDue(turn, leg, one) {
    const { nowMs } = turn.state;
    for (const { eventType, result } of one.verdicts.filter(({ afterMs }) => isDue(leg, nowMs, afterMs))) {
      if (result === 'beep_detected') cutAtTheBeep(turn, leg);
      emit(turn, leg, eventType, { ...numbersOf(leg), result });
    }
    one.verdicts = one.verdicts.filter(({ afterMs }) => !isDue(leg, nowMs, afterMs));
    wait(leg, one);
  },
});

/** Begins to listen on a leg that has just been answered. */
export function startDetection(turn: Turn, leg: Leg, who: { party: Party; detection: Detection }): void {
  const one: MachineDetection = {
    kind: 'machine_detection',
    id: nextNumber(turn),
    dueAtMs: null,
    verdicts: verdictsOn(who.party, who.detection),
  };
  leg.activities.push(one);
  wait(leg, one);
}

function wait(leg: Leg, one: MachineDetection): void {
  const [next] = one.verdicts;
  if (next === undefined) return removeActivity(leg, one);
  one.dueAtMs = (leg.answeredAtMs ?? 0) + next.afterMs;
}

function isDue(leg: Leg, nowMs: number, afterMs: number): boolean {
  return (leg.answeredAtMs ?? 0) + afterMs <= nowMs;
}
