import type { Json, JsonObject } from '../json.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, type Turn } from '../turn.ts';
import { numbersOf } from '../webhooks.ts';
import type { Message, Words } from '../words/words.ts';
import { playSound, stopSoundsOf } from './sound.ts';

type TalkSettings = {
  conversationId: string;
  /** Null: the carrier knows it by no id, as that of a gather. */
  assistantId: string | null;
  /** The action that put it on the call. */
  action: string;
  voice: string;
  language: string | null;
  interruptible: boolean;
  sendHistoryUpdates: boolean;
  model: string;
  sttModel: string;
  history: Message[];
};

/** What every assistant has that talks with a caller: its voice, what was said, and what it has not taken up yet. */
export type Talk = TalkSettings & {
  startedAtMs: number;
  phase: 'speaking' | 'listening' | 'closing';
  sayingsLeft: number;
  /** Said while the assistant could not be interrupted: taken up when it has finished. */
  held: Words[];
};

type Talker = Activity & Talk;

export function beginTalk(turn: Turn, settings: TalkSettings): Talk {
  return { ...settings, startedAtMs: turn.state.nowMs, phase: 'speaking', sayingsLeft: 0, held: [] };
}

/** The assistant says a sentence once what it is saying is over. */
export function sayAloud(turn: Turn, leg: Leg, one: Talker, text: string): void {
  const { action, voice, language } = one;
  if (one.phase !== 'closing') one.phase = 'speaking';
  one.sayingsLeft += 1;
  remember(turn, leg, one, [{ role: 'assistant', content: text }]);
  const says = { kind: 'assistant' as const, text, voice, language };
  playSound(turn, leg, { says, action, owner: one.id, announced: false });
}

/** One of its sentences is over. `closed`: it was the last of the conversation. */
export function afterSaying(one: Talk): 'speaking' | 'closed' | 'listening' {
  one.sayingsLeft -= 1;
  if (one.sayingsLeft > 0) return 'speaking';
  if (one.phase === 'closing') return 'closed';
  one.phase = 'listening';
  return 'listening';
}

/** The caller speaks. True: the assistant falls silent and takes it up now; else it is kept for later, or lost on it. */
export function isTakenUp(turn: Turn, leg: Leg, one: Talker, words: Words): boolean {
  if (one.phase === 'closing') return false;
  if (one.phase === 'speaking' && !one.interruptible) {
    one.held.push(words);
    return false;
  }
  fallSilent(turn, leg, one);
  return true;
}

export function fallSilent(turn: Turn, leg: Leg, one: Talker): void {
  stopSoundsOf(turn, leg, one.id);
  one.sayingsLeft = 0;
}

/** Adds to what was said, and tells the application if it wants to know. */
export function remember(turn: Turn, leg: Leg, one: Talk, messages: readonly Message[]): void {
  one.history.push(...messages);
  if (!one.sendHistoryUpdates) return;
  const fields = { ...numbersOf(leg), message_history: historyOf(one) };
  emit(turn, leg, 'call.ai_gather.message_history_updated', fields);
}

export function historyOf({ history }: Talk): Json {
  return history.map(({ role, content }) => ({ role, content }));
}

/** The fields of call.conversation.ended. Which reasons there are is documented only for a relay: mostly it is null. */
export function conversationOf(turn: Turn, leg: Leg, one: Talk, reason: string | null): JsonObject {
  const [provider, ...model] = one.voice.split('.');
  return {
    ...numbersOf(leg),
    assistant_id: one.assistantId,
    conversation_id: one.conversationId,
    duration_sec: Math.round((turn.state.nowMs - one.startedAtMs) / 1000),
    llm_model: one.model,
    reason,
    stt_model: one.sttModel,
    tts_model_id: model.slice(0, -1).join('.'),
    tts_provider: (provider ?? '').toLowerCase(),
    tts_voice_id: model.at(-1) ?? '',
  };
}
