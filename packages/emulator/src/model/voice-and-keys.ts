import { tellAll } from './activity.ts';
import type { Leg } from './state.ts';
import { emit, hear, legOf, type Turn } from './turn.ts';
import { numbersOf } from './webhooks.ts';
import { spokenMs } from './words/spoken-length.ts';
import type { Words } from './words/words.ts';

/** Somebody on an answered leg presses keys: each is told, and whoever collects keys there gets it. */
export function pressKeys(turn: Turn, leg: Leg, keys: string): void {
  if (leg.answeredAtMs === null) return;
  for (const key of keys.replace(/[^0-9A-D*#]/gi, '').toUpperCase()) {
    emit(turn, leg, 'call.dtmf.received', { ...numbersOf(leg), digit: key });
    tellAll(leg, (activity) => turn.rulesOf(activity).onKey(turn, leg, activity, key));
  }
}

/**
 * Somebody on an answered leg speaks: to whoever it is bridged with, and to whatever listens on it. Each is told at
 * once; only what lasts, such as a recording, minds that saying it takes its time.
 */
export function say(turn: Turn, leg: Leg, words: Words): void {
  if (leg.answeredAtMs === null) return;
  const fromMs = Math.max(turn.state.nowMs, leg.speaksUntilMs);
  leg.speaksUntilMs = fromMs + spokenMs(words.text);
  const spoken = { ...words, fromMs, untilMs: leg.speaksUntilMs };
  const other = leg.bridgedWith === null ? undefined : legOf(turn, leg.bridgedWith);
  if (other !== undefined) {
    hear(turn, other, { kind: 'voice', text: words.text });
    tellAll(other, (activity) => turn.rulesOf(activity).onPartnerWords(turn, other, activity, spoken));
  }
  tellAll(leg, (activity) => turn.rulesOf(activity).onWords(turn, leg, activity, spoken));
}
