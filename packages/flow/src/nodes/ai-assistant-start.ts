import { z } from 'zod';
import { aiAssistantStartParams } from '../carrier-parameters/index.ts';
import { type DraftParams, defineNode, leave, type NodeContext, type Output, wait } from '../definition.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { bodyOf } from './parts/body.ts';
import { cancelled, error } from './parts/exits.ts';
import { CALL_LIMIT_MS, MARGIN_MS } from './parts/speech-length.ts';
import { textOf } from './parts/summaries.ts';

const awaited = ['call.conversation.ended', 'call.ai_gather.message_history_updated'];

const text = z.string().nullish().catch(null);
const ended = z.object({
  assistant_id: text,
  conversation_id: text,
  duration_sec: z.number().nullish().catch(null),
  reason: text,
});
const insights = z.object({
  results: z
    .array(z.object({ result: z.json().optional() }))
    .nullish()
    .catch(null),
});
const update = z.object({ message_history: z.array(z.json()).nullish().catch(null) });

const outputs: readonly Output[] = [
  {
    name: 'conversation_id',
    title: 'Id of the conversation',
    example: '0424805b-adc1-4ff8-9f95-e1de6883ecbe',
  },
  { name: 'duration_sec', title: 'How long it lasted, in seconds', example: 73 },
  { name: 'reason', title: "Carrier's word for why it ended", example: null },
  {
    name: 'message_history',
    title: 'What was said, if it is reported',
    example: [{ role: 'user', content: 'When do you open?' }],
  },
  {
    name: 'insights',
    title: 'What the carrier makes of it, a moment after its end',
    example: ['The caller asked for the opening hours.'],
  },
];

export const aiAssistantStart = defineNode({
  type: 'ai_assistant_start',
  title: 'Talk with an assistant',
  help: 'An AI assistant made at Telnyx talks freely with the caller. The call goes on here when their conversation is over.',
  category: 'ai',
  icon: 'robot',
  synonyms: ['ai', 'assistant', 'bot', 'agent', 'conversation', 'voice', 'chat', 'llm'],
  action: 'ai_assistant_start',
  role: 'step',
  waitsForCaller: true,
  params: aiAssistantStartParams,
  defaults: { assistant: { id: '' }, send_message_history_updates: true },
  exits: () => [{ id: 'ended', label: 'After the conversation', kind: 'main' }, cancelled, error],
  outputs: () => outputs,
  summary: (params) => textOf(params.greeting) || assistantOf(params),
  lint({ assistant }) {
    if (isJsonObject(assistant)) return [];
    return [
      {
        path: ['assistant'],
        severity: 'error',
        message: 'No assistant is chosen, so nobody would talk with the caller.',
        cure: 'Copy the id of an assistant from the Telnyx portal.',
      },
    ];
  },
  lateOutputs: {
    'call.conversation.ended': whatWasHeld,
    'call.conversation_insights.generated': (payload) => ({
      insights: (insights.parse(payload).results ?? []).map(({ result }) => result ?? null),
    }),
  },
  sounding: () => 'waits',
  stop: () => ({
    commands: [{ action: 'ai_assistant_stop', params: {} }],
    until: ['call.conversation.ended'],
  }),
  enter: (context) =>
    wait(awaited, CALL_LIMIT_MS + MARGIN_MS, {
      commands: [{ action: 'ai_assistant_start', params: bodyIn(context), keep: ['conversation_id'] }],
    }),
  handle({ memory }, { type, payload }) {
    if (type === 'call.conversation.ended') {
      const { reason } = ended.parse(payload);
      return leave(exitFor(reason ?? ''), reason ? { why: `The carrier says: ${reason}.` } : {});
    }
    const history = update.parse(payload).message_history ?? [];
    // Reports can overtake each other; the longest knows most.
    if (typeof memory === 'number' && history.length < memory) return undefined;
    return wait(awaited, CALL_LIMIT_MS + MARGIN_MS, {
      outputs: { message_history: history },
      memory: history.length,
    });
  },
});

type Params = z.output<typeof aiAssistantStartParams>;

/** Both greetings, the one of this step and the one it changes in the assistant, in the caller's language. */
function bodyIn({ params, localize }: NodeContext<Params>): JsonObject {
  const { greeting, assistant } = params;
  const own = assistant?.greeting;
  return {
    ...bodyOf(params),
    ...(greeting === undefined ? {} : { greeting: localize(greeting) }),
    ...(assistant === undefined
      ? {}
      : { assistant: { ...bodyOf(assistant), ...(own === undefined ? {} : { greeting: localize(own) }) } }),
  };
}

/** A conversation that only gathers answers ends with the same event, without an assistant's id. */
function whatWasHeld(payload: JsonObject): JsonObject {
  const { assistant_id: assistant, conversation_id, duration_sec, reason } = ended.parse(payload);
  if (typeof assistant !== 'string') return {};
  return bodyOf({
    conversation_id: conversation_id ?? undefined,
    duration_sec: duration_sec ?? undefined,
    reason: reason ?? null,
  });
}

/** The carrier's reasons are an open set, and mostly there is none. */
function exitFor(reason: string): string {
  if (/cancel|stopp/i.test(reason)) return 'cancelled';
  return /error|fail/i.test(reason) ? 'error' : 'ended';
}

function assistantOf({ assistant }: DraftParams): string {
  if (!isJsonObject(assistant)) return '';
  return textOf(assistant.name) || textOf(assistant.id);
}
