import { defineActivity, type SoundEnd } from '../activity.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Activity, Leg } from '../state.ts';
import { emit, nextNumber, removeActivity, type Turn } from '../turn.ts';
import { numbersOf } from '../webhooks.ts';
import { type Field, knownFills, understand } from '../words/understand.ts';
import type { Words } from '../words/words.ts';
import { sendLate } from './late-webhook.ts';
import { playSound, stopSoundsOf } from './sound.ts';

type AiGatherSettings = {
  fields: Field[];
  /** Null: the request named none, so the first value ends it. */
  required: string[] | null;
  greeting: string | null;
  endedSpeech: string | null;
  voice: string;
  language: string | null;
  responseMs: number;
  interruptible: boolean;
  sendPartialResults: boolean;
  sendHistoryUpdates: boolean;
  model: string;
  sttModel: string;
};

/** The scripted assistant: greets, asks for one missing field after the other, and takes what the caller says for it. */
export type AiGather = Activity & {
  kind: 'ai_gather';
  conversationId: string;
  startedAtMs: number;
  settings: AiGatherSettings;
  phase: 'speaking' | 'listening' | 'closing';
  sayingsLeft: number;
  silences: number;
  result: JsonObject;
  history: { role: 'assistant' | 'user'; content: string }[];
  /** Said while the assistant could not be interrupted: taken up when it has finished. */
  held: Words[];
};

const patience = 3;
const lateMs = 400;

export const aiGather = defineActivity<AiGather>('ai_gather', {
  onDue(turn, leg, one) {
    one.silences += 1;
    // Not documented: after three repetitions the scripted assistant gives up with what it has.
    if (one.silences > patience) return finish(turn, leg, one, 'invalid');
    ask(turn, leg, one);
  },
  onWords(turn, leg, one, words) {
    if (one.phase === 'closing') return;
    if (one.phase === 'speaking' && !one.settings.interruptible) {
      one.held.push(words);
      return;
    }
    stopSoundsOf(turn, leg, one.id);
    take(turn, leg, one, words);
  },
  onSoundEnded: sayingEnded,
  // No stop command is documented for it; gather_stop "stops the current gather", so it is taken to stop this one too.
  onGatherStop: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onBridged: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onLegEnds(turn, leg, one) {
    removeActivity(leg, one);
    const ended = { ...numbersOf(leg), ...outcomeOf(one, 'invalid') };
    sendLate(turn, leg, { eventType: 'call.ai_gather.ended', fields: ended, afterMs: lateMs });
    const over = { ...numbersOf(leg), ...conversationOf(turn, one) };
    sendLate(turn, leg, { eventType: 'call.conversation.ended', fields: over, afterMs: lateMs });
  },
});

type Start = { settings: AiGatherSettings; conversationId: string; history: AiGather['history'] };

/** Begins the conversation on a leg. */
export function startAiGather(turn: Turn, leg: Leg, { settings, conversationId, history }: Start): void {
  const one: AiGather = {
    kind: 'ai_gather',
    id: nextNumber(turn),
    dueAtMs: null,
    conversationId,
    startedAtMs: turn.state.nowMs,
    settings,
    phase: 'speaking',
    sayingsLeft: 0,
    silences: 0,
    result: {},
    history,
    held: [],
  };
  leg.activities.push(one);
  if (settings.greeting !== null) say(turn, leg, one, settings.greeting);
  if (missing(one).length === 0) return close(turn, leg, one);
  ask(turn, leg, one);
}

function ask(turn: Turn, leg: Leg, one: AiGather): void {
  const [field] = missing(one);
  if (field !== undefined) say(turn, leg, one, field.question);
}

function say(turn: Turn, leg: Leg, one: AiGather, text: string): void {
  const { voice, language } = one.settings;
  if (one.phase !== 'closing') one.phase = 'speaking';
  one.dueAtMs = null;
  one.sayingsLeft += 1;
  remember(turn, leg, one, { role: 'assistant', content: text });
  const says = { kind: 'assistant' as const, text, voice, language };
  playSound(turn, leg, { says, action: 'gather_using_ai', owner: one.id, announced: false });
}

function sayingEnded(turn: Turn, leg: Leg, one: AiGather, how: SoundEnd): void {
  if (how === 'call_hangup') return;
  if (how === 'client_error') return finish(turn, leg, one, 'client_error');
  one.sayingsLeft -= 1;
  if (one.sayingsLeft > 0) return;
  if (one.phase === 'closing') return finish(turn, leg, one, 'valid');
  const held = one.held.shift();
  if (held !== undefined) return take(turn, leg, one, held);
  one.phase = 'listening';
  one.dueAtMs = turn.state.nowMs + one.settings.responseMs;
}

function take(turn: Turn, leg: Leg, one: AiGather, words: Words): void {
  one.sayingsLeft = 0;
  one.silences = 0;
  remember(turn, leg, one, { role: 'user', content: words.text });
  const filled = filledBy(one, words);
  one.result = { ...one.result, ...filled };
  if (Object.keys(filled).length > 0 && one.settings.sendPartialResults) {
    const fields = { message_history: historyOf(one), partial_results: { ...one.result } };
    emit(turn, leg, 'call.ai_gather.partial_results', { ...numbersOf(leg), ...fields });
  }
  if (missing(one).length === 0) return close(turn, leg, one);
  ask(turn, leg, one);
}

function filledBy(one: AiGather, { text, fills }: Words): JsonObject {
  if (fills !== null) return knownFills(one.settings.fields, fills);
  const [field] = missing(one);
  const value = field === undefined ? undefined : understand(field, text);
  return field === undefined || value === undefined ? {} : { [field.name]: value };
}

/** Fields still to be asked for, in the schema's order. */
function missing({ result, settings: { fields, required } }: AiGather): Field[] {
  if (required === null) return Object.keys(result).length > 0 ? [] : fields;
  return fields.filter(({ name }) => required.includes(name) && !Object.hasOwn(result, name));
}

function close(turn: Turn, leg: Leg, one: AiGather): void {
  const isSpeaking = one.sayingsLeft > 0;
  one.phase = 'closing';
  one.dueAtMs = null;
  if (one.settings.endedSpeech !== null) return say(turn, leg, one, one.settings.endedSpeech);
  if (!isSpeaking) finish(turn, leg, one, 'valid');
}

function finish(turn: Turn, leg: Leg, one: AiGather, status: string): void {
  removeActivity(leg, one);
  stopSoundsOf(turn, leg, one.id);
  emit(turn, leg, 'call.ai_gather.ended', { ...numbersOf(leg), ...outcomeOf(one, status) });
  emit(turn, leg, 'call.conversation.ended', { ...numbersOf(leg), ...conversationOf(turn, one) });
}

function remember(turn: Turn, leg: Leg, one: AiGather, message: AiGather['history'][number]): void {
  one.history.push(message);
  if (!one.settings.sendHistoryUpdates) return;
  const fields = { ...numbersOf(leg), message_history: historyOf(one) };
  emit(turn, leg, 'call.ai_gather.message_history_updated', fields);
}

function outcomeOf(one: AiGather, status: string): JsonObject {
  const result = status === 'client_error' ? null : { ...one.result };
  return { message_history: historyOf(one), result, status };
}

function conversationOf(turn: Turn, one: AiGather): JsonObject {
  const [provider, ...model] = one.settings.voice.split('.');
  return {
    conversation_id: one.conversationId,
    duration_sec: Math.round((turn.state.nowMs - one.startedAtMs) / 1000),
    llm_model: one.settings.model,
    stt_model: one.settings.sttModel,
    tts_model_id: model.slice(0, -1).join('.'),
    tts_provider: (provider ?? '').toLowerCase(),
    tts_voice_id: model.at(-1) ?? '',
  };
}

function historyOf({ history }: AiGather): Json {
  return history.map(({ role, content }) => ({ role, content }));
}
