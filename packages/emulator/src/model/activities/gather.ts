import { defineActivity } from '../activity.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, nextNumber, removeActivity, type SoundEnd, type Turn } from '../turn.ts';
import { numbersOf } from '../webhooks.ts';
import { pressWhenAsked } from './key-presser.ts';
import { sendLate } from './late-webhook.ts';
import { playSound, type Recording, type Speech, stopSoundsOf } from './sound.ts';

export type GatherSettings = {
  action: 'gather' | 'gather_using_speak' | 'gather_using_audio';
  prompt: Speech | Recording | null;
  invalidPrompt: Speech | Recording | null;
  minimumDigits: number;
  maximumDigits: number;
  validDigits: string;
  terminatingDigit: string;
  /** Wait for the first key: from the begin (gather), or from the end of each prompt. */
  firstKeyMs: number;
  interDigitMs: number;
  /** Upper bound on the whole, of plain gather only. */
  overallMs: number | null;
  maximumTries: number;
};

/** Keys being collected. Prompts come first, then the wait for a key, then the keys. */
export type Gather = Activity & {
  kind: 'gather';
  settings: GatherSettings;
  phase: 'prompting' | 'waiting' | 'collecting';
  promptsLeft: number;
  digits: string;
  triesLeft: number;
  overallAtMs: number | null;
};

type GatherStatus = 'valid' | 'invalid' | 'timeout' | 'cancelled' | 'client_error';

// How late the real carrier's call.gather.ended comes after call.hangup varies; that it does is what matters.
const lateMs = 40;

export const gather = defineActivity<Gather>('gather', {
  onDue(turn, leg, one) {
    if (one.overallAtMs !== null && turn.state.nowMs >= one.overallAtMs) return endInTime(turn, leg, one);
    if (one.phase === 'collecting') return judge(turn, leg, one);
    if (one.settings.prompt === null) return finish(turn, leg, one, 'timeout');
    tryAgain(turn, leg, one);
  },
  onKey(turn, leg, one, key) {
    if (one.phase === 'prompting') stopSoundsOf(turn, leg, one.id);
    one.phase = 'collecting';
    if (key === one.settings.terminatingDigit) return judge(turn, leg, one);
    one.digits += key;
    if (one.digits.length >= one.settings.maximumDigits) return judge(turn, leg, one);
    wait(turn, one, one.settings.interDigitMs);
  },
  onSoundEnded: promptEnded,
  onGatherStop: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onBridged: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onLegEnds(turn, leg, one) {
    removeActivity(leg, one);
    const fields = { ...numbersOf(leg), digits: null, status: 'call_hangup' };
    sendLate(turn, leg, { eventType: 'call.gather.ended', fields, afterMs: lateMs });
  },
});

/** Begins to collect keys. What two gathers at once do is not documented: here the newer one cancels the older. */
export function startGather(turn: Turn, leg: Leg, settings: GatherSettings): void {
  for (const older of gather.allOn(leg)) finish(turn, leg, older, 'cancelled');
  const { nowMs } = turn.state;
  const one: Gather = {
    kind: 'gather',
    id: nextNumber(turn),
    dueAtMs: null,
    settings,
    phase: 'waiting',
    promptsLeft: 0,
    digits: '',
    triesLeft: settings.maximumTries,
    overallAtMs: settings.overallMs === null ? null : nowMs + settings.overallMs,
  };
  leg.activities.push(one);
  beginTry(turn, leg, one, settings.prompt === null ? [] : [settings.prompt]);
  pressWhenAsked(turn, leg);
}

function beginTry(turn: Turn, leg: Leg, one: Gather, prompts: (Speech | Recording)[]): void {
  one.digits = '';
  if (prompts.length === 0) {
    one.phase = 'waiting';
    return wait(turn, one, one.settings.firstKeyMs);
  }
  one.phase = 'prompting';
  one.promptsLeft = prompts.length;
  one.dueAtMs = null;
  const { action } = one.settings;
  for (const says of prompts) {
    // The documentation promises playback events for gather_using_audio and no speak events for gather_using_speak.
    playSound(turn, leg, { says, action, owner: one.id, announced: says.kind === 'audio' });
  }
}

function promptEnded(turn: Turn, leg: Leg, one: Gather, how: SoundEnd): void {
  if (how === 'call_hangup') return;
  if (how === 'client_error') return finish(turn, leg, one, 'client_error');
  one.promptsLeft -= 1;
  if (one.phase !== 'prompting' || one.promptsLeft > 0) return;
  one.phase = 'waiting';
  wait(turn, one, one.settings.firstKeyMs);
}

/** Input is judged when it is complete, so `digits` of an invalid end shows what was pressed. */
function judge(turn: Turn, leg: Leg, one: Gather): void {
  if (isGood(one)) return finish(turn, leg, one, 'valid');
  if (one.settings.prompt === null) return finish(turn, leg, one, 'invalid');
  tryAgain(turn, leg, one);
}

function isGood({ digits, settings }: Gather): boolean {
  return (
    digits.length >= settings.minimumDigits &&
    digits.split('').every((key) => settings.validDigits.includes(key))
  );
}

/** A try failed. Between tries the invalid prompt is heard if something was pressed; whether it is after the last is unknown. */
function tryAgain(turn: Turn, leg: Leg, one: Gather): void {
  one.triesLeft -= 1;
  if (one.triesLeft <= 0) return finish(turn, leg, one, 'invalid');
  const { prompt, invalidPrompt } = one.settings;
  const pressed = one.phase === 'collecting';
  const prompts = [pressed ? invalidPrompt : null, prompt].filter((says) => says !== null);
  beginTry(turn, leg, one, prompts);
}

function endInTime(turn: Turn, leg: Leg, one: Gather): void {
  finish(turn, leg, one, one.phase === 'collecting' && isGood(one) ? 'valid' : 'timeout');
}

function finish(turn: Turn, leg: Leg, one: Gather, status: GatherStatus): void {
  removeActivity(leg, one);
  stopSoundsOf(turn, leg, one.id);
  emit(turn, leg, 'call.gather.ended', { ...numbersOf(leg), digits: one.digits, status });
}

function wait(turn: Turn, one: Gather, forMs: number): void {
  const atMs = turn.state.nowMs + forMs;
  one.dueAtMs = one.overallAtMs === null ? atMs : Math.min(atMs, one.overallAtMs);
}
