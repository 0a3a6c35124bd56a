import { defineActivity } from '../activity.ts';
import { personOn } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { nextNumber, removeActivity, type Turn } from '../turn.ts';
import { pressKeys } from '../voice-and-keys.ts';

/** A person of the script about to press keys, one after the other. */
export type KeyPresser = Activity & { kind: 'key_presser'; keysLeft: string };

const reactionMs = 2000;
const betweenKeysMs = 200;

export const keyPresser = defineActivity<KeyPresser>('key_presser', {
  onDue(turn, leg, one) {
    const key = one.keysLeft.slice(0, 1);
    one.keysLeft = one.keysLeft.slice(1);
    if (one.keysLeft === '') removeActivity(leg, one);
    else one.dueAtMs = turn.state.nowMs + betweenKeysMs;
    pressKeys(turn, leg, key);
  },
});

/** Keys are asked for on a leg: whoever the script has there presses theirs, counted from now. */
export function pressWhenAsked(turn: Turn, leg: Leg): void {
  const { presses, pressesAfterMs, machine, silent } = personOn(turn.state.script, leg);
  if (presses === undefined || presses === '' || machine === true || silent === true) return;
  const one: KeyPresser = {
    kind: 'key_presser',
    id: nextNumber(turn),
    dueAtMs: turn.state.nowMs + (pressesAfterMs ?? reactionMs),
    keysLeft: presses,
  };
  leg.activities.push(one);
}
