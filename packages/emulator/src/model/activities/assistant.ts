import { defineActivity } from '../activity.ts';
import type { JsonObject } from '../json.ts';
import { takeAssistantTrouble } from '../script.ts';
import type { Activity, Leg } from '../state.ts';
import { type Added, emit, nextNumber, nextUuid, removeActivity, type SoundEnd, type Turn } from '../turn.ts';
import { saysGoodbye } from '../words/wishes.ts';
import type { Message, Words } from '../words/words.ts';
import { sendLate } from './late-webhook.ts';
import { stopSoundsOf } from './sound.ts';
import { afterSaying, conversationOf, fallSilent, isTakenUp, remember, sayAloud, type Talk } from './talk.ts';

/** The scripted assistant of a free conversation: it repeats what it was told until somebody ends it. */
export type Assistant = Activity &
  Talk & {
    kind: 'assistant';
    /** Put into the conversation by the application, and not yet spoken of. */
    notes: Message[];
    /** What the script ends it with at its due time. */
    trouble: string | null;
  };

const lateMs = 400;
const insightsAfterMs = 3000;

export const assistant = defineActivity<Assistant>('assistant', {
  onDue: (turn, leg, one) => finish(turn, leg, one, one.trouble),
  onWords(turn, leg, one, words) {
    if (isTakenUp(turn, leg, one, words)) take(turn, leg, one, words);
  },
  onSoundEnded: sayingEnded,
  onAssistantStop: (turn, leg, one) => finish(turn, leg, one, null),
  onMessages: hearMessages,
  onBridged: (turn, leg, one) => finish(turn, leg, one, null),
  onLegEnds(turn, leg, one) {
    removeActivity(leg, one);
    const fields = conversationOf(turn, leg, one, null);
    sendLate(turn, leg, { eventType: 'call.conversation.ended', fields, afterMs: lateMs });
    sendInsights(turn, leg, one, lateMs + insightsAfterMs);
  },
});

type Start = { talk: Talk; greeting: string | null };

/** Puts an assistant on a leg; the script may have ordered its end already. */
export function startAssistant(turn: Turn, leg: Leg, { talk, greeting }: Start): void {
  const trouble = takeAssistantTrouble(turn.state);
  const one: Assistant = {
    kind: 'assistant',
    id: nextNumber(turn),
    dueAtMs: trouble === null ? null : turn.state.nowMs + trouble.afterMs,
    ...talk,
    notes: [],
    trouble: trouble?.reason ?? null,
  };
  leg.activities.push(one);
  if (greeting === null) one.phase = 'listening';
  else sayAloud(turn, leg, one, greeting);
}

function sayingEnded(turn: Turn, leg: Leg, one: Assistant, how: SoundEnd): void {
  if (how === 'call_hangup') return;
  // What the real carrier does without a voice is not documented; an assistant that can't speak is of no use.
  if (how === 'client_error') return finish(turn, leg, one, 'client_error');
  const next = afterSaying(one);
  if (next === 'closed') return finish(turn, leg, one, null);
  const held = next === 'listening' ? one.held.shift() : undefined;
  if (held !== undefined) take(turn, leg, one, held);
}

function take(turn: Turn, leg: Leg, one: Assistant, { text }: Words): void {
  remember(turn, leg, one, [{ role: 'user', content: text }]);
  if (!saysGoodbye(text)) return answer(turn, leg, one, [`You said: ${asSentence(text)}`]);
  one.phase = 'closing';
  sayAloud(turn, leg, one, 'Goodbye.');
}

function hearMessages(turn: Turn, leg: Leg, one: Assistant, { messages, answersNow }: Added): void {
  remember(turn, leg, one, messages);
  // What it is said to have said itself is no news to it.
  one.notes.push(...messages.filter(({ role, content }) => role !== 'assistant' && content !== ''));
  if (!answersNow || one.phase === 'closing') return;
  fallSilent(turn, leg, one);
  answer(turn, leg, one, []);
}

/** Says something short, and with it all that the application has put in since it spoke last. */
function answer(turn: Turn, leg: Leg, one: Assistant, sentences: readonly string[]): void {
  const told = one.notes.map(({ content }) => `I was told: ${asSentence(content)}`);
  one.notes = [];
  const all = [...sentences, ...told];
  sayAloud(turn, leg, one, all.length === 0 ? 'What can I do for you?' : all.join(' '));
}

function finish(turn: Turn, leg: Leg, one: Assistant, reason: string | null): void {
  removeActivity(leg, one);
  stopSoundsOf(turn, leg, one.id);
  emit(turn, leg, 'call.conversation.ended', conversationOf(turn, leg, one, reason));
  sendInsights(turn, leg, one, insightsAfterMs);
}

function sendInsights(turn: Turn, leg: Leg, one: Assistant, afterMs: number): void {
  const said = one.history.filter(({ role }) => role === 'user').map(({ content }) => asSentence(content));
  const summary = said.length === 0 ? 'The caller said nothing.' : `The caller said: ${said.join(' ')}`;
  const fields: JsonObject = {
    insight_group_id: nextUuid(turn),
    results: [{ insight_id: nextUuid(turn), result: summary }],
  };
  sendLate(turn, leg, { eventType: 'call.conversation_insights.generated', fields, afterMs });
}

function asSentence(text: string): string {
  const words = text.trim();
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
