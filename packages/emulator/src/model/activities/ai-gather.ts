import { defineActivity } from '../activity.ts';
import type { JsonObject } from '../json.ts';
import type { Activity, Leg } from '../state.ts';
import { type Added, emit, nextNumber, removeActivity, type SoundEnd, type Turn } from '../turn.ts';
import { numbersOf } from '../webhooks.ts';
import { type Field, knownFills, understand } from '../words/understand.ts';
import { asksForHuman } from '../words/wishes.ts';
import type { Words } from '../words/words.ts';
import { sendLate } from './late-webhook.ts';
import { stopSoundsOf } from './sound.ts';
import {
  afterSaying,
  conversationOf,
  fallSilent,
  historyOf,
  isTakenUp,
  remember,
  sayAloud,
  type Talk,
} from './talk.ts';

type AiGatherSettings = {
  fields: Field[];
  /** Null: the request named none, so the first value ends it. */
  required: string[] | null;
  endedSpeech: string | null;
  responseMs: number;
  sendPartialResults: boolean;
};

/** The scripted assistant: greets, asks for one missing field after the other, and takes what the caller says for it. */
export type AiGather = Activity &
  Talk & { kind: 'ai_gather'; settings: AiGatherSettings; silences: number; result: JsonObject };

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
    if (isTakenUp(turn, leg, one, words)) take(turn, leg, one, words);
  },
  onSoundEnded: sayingEnded,
  // No stop command is documented for it: one that stops "the current gather" and one that stops assistants both do.
  onGatherStop: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onAssistantStop: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onMessages: hearMessages,
  onBridged: (turn, leg, one) => finish(turn, leg, one, 'cancelled'),
  onLegEnds(turn, leg, one) {
    removeActivity(leg, one);
    const ended = { ...numbersOf(leg), ...outcomeOf(one, 'invalid') };
    sendLate(turn, leg, { eventType: 'call.ai_gather.ended', fields: ended, afterMs: lateMs });
    const over = conversationOf(turn, leg, one, null);
    sendLate(turn, leg, { eventType: 'call.conversation.ended', fields: over, afterMs: lateMs });
  },
});

type Start = { settings: AiGatherSettings; talk: Talk; greeting: string | null };

/** Begins the conversation on a leg. */
export function startAiGather(turn: Turn, leg: Leg, { settings, talk, greeting }: Start): void {
  const one: AiGather = {
    kind: 'ai_gather',
    id: nextNumber(turn),
    dueAtMs: null,
    ...talk,
    settings,
    silences: 0,
    result: {},
  };
  leg.activities.push(one);
  if (greeting !== null) say(turn, leg, one, greeting);
  if (missing(one).length === 0) return close(turn, leg, one);
  ask(turn, leg, one);
}

function ask(turn: Turn, leg: Leg, one: AiGather): void {
  const [field] = missing(one);
  if (field !== undefined) say(turn, leg, one, field.question);
}

function say(turn: Turn, leg: Leg, one: AiGather, text: string): void {
  one.dueAtMs = null;
  sayAloud(turn, leg, one, text);
}

function sayingEnded(turn: Turn, leg: Leg, one: AiGather, how: SoundEnd): void {
  if (how === 'call_hangup') return;
  if (how === 'client_error') return finish(turn, leg, one, 'client_error');
  const next = afterSaying(one);
  if (next === 'closed') return finish(turn, leg, one, 'valid');
  if (next === 'speaking') return;
  const held = one.held.shift();
  if (held !== undefined) return take(turn, leg, one, held);
  one.dueAtMs = turn.state.nowMs + one.settings.responseMs;
}

function take(turn: Turn, leg: Leg, one: AiGather, words: Words): void {
  one.silences = 0;
  remember(turn, leg, one, [{ role: 'user', content: words.text }]);
  if (words.fills === null && wantsHuman(one, words.text)) return finish(turn, leg, one, 'invalid');
  const filled = filledBy(one, words);
  one.result = { ...one.result, ...filled };
  if (Object.keys(filled).length > 0 && one.settings.sendPartialResults) {
    const fields = { message_history: historyOf(one), partial_results: { ...one.result } };
    emit(turn, leg, 'call.ai_gather.partial_results', { ...numbersOf(leg), ...fields });
  }
  if (missing(one).length === 0) return close(turn, leg, one);
  ask(turn, leg, one);
}

/** Not if it is one of the answers that may be given: "an operator" can be what the question is about. */
function wantsHuman(one: AiGather, text: string): boolean {
  const [field] = missing(one);
  const isChoice = field !== undefined && field.choices.length > 0 && understand(field, text) !== undefined;
  return !isChoice && asksForHuman(text);
}

function hearMessages(turn: Turn, leg: Leg, one: AiGather, { messages, answersNow }: Added): void {
  remember(turn, leg, one, messages);
  if (!answersNow || one.phase === 'closing') return;
  fallSilent(turn, leg, one);
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
  emit(turn, leg, 'call.conversation.ended', conversationOf(turn, leg, one, null));
}

function outcomeOf(one: AiGather, status: string): JsonObject {
  const result = status === 'client_error' ? null : { ...one.result };
  return { message_history: historyOf(one), result, status };
}
