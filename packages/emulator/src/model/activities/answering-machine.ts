import { defineActivity } from '../activity.ts';
import { defaultGreetsForMs } from '../machine-verdicts.ts';
import type { Party } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { hear, legOf, nextNumber, removeActivity, type Turn } from '../turn.ts';
import { say } from '../voice-and-keys.ts';

/** A machine that has picked up: it greets, beeps, and from then on only listens. */
export type AnsweringMachine = Activity & {
  kind: 'answering_machine';
  phase: 'picking_up' | 'greeting';
  greetedAtMs: number;
  beeps: boolean;
};

const greeting = 'Please leave a message after the tone.';
const picksUpMs = 300;

export const answeringMachine = defineActivity<AnsweringMachine>('answering_machine', {
  onDue(turn, leg, one) {
    if (one.phase === 'picking_up') {
      one.phase = 'greeting';
      one.dueAtMs = Math.max(one.greetedAtMs, turn.state.nowMs + 1);
      return say(turn, leg, { text: greeting, fills: null });
    }
    removeActivity(leg, one);
    if (one.beeps) beep(turn, leg);
  },
});

/** The machine of this party picks up. */
export function startMachine(turn: Turn, leg: Leg, { greetsForMs, beeps }: Party): void {
  const { nowMs } = turn.state;
  const forMs = greetsForMs ?? defaultGreetsForMs;
  const one: AnsweringMachine = {
    kind: 'answering_machine',
    id: nextNumber(turn),
    dueAtMs: nowMs + Math.min(picksUpMs, forMs),
    phase: 'picking_up',
    greetedAtMs: nowMs + forMs,
    beeps: beeps !== false,
  };
  leg.activities.push(one);
}

function beep(turn: Turn, leg: Leg): void {
  const other = leg.bridgedWith === null ? undefined : legOf(turn, leg.bridgedWith);
  hear(turn, leg, { kind: 'beep' });
  if (other !== undefined) hear(turn, other, { kind: 'beep' });
}
