import { z } from 'zod';
import { gatherUsingAiParams } from '../carrier-parameters/index.ts';
import { type Decision, type NodeEvent, defineNode, leave, wait } from '../definition.ts';
import { type JsonObject, isJsonObject } from '../json.ts';
import { bodyOf } from './parts/body.ts';
import { cancelled, done, error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';
import { voiceIn } from './parts/voice.ts';

/** The carrier sets no limit to a conversation; silence longer than this between two events is looked into. */
const SILENCE_UP_TO_MS = 60 * 60_000;
/** After the conversation has ended its result is due. */
const RESULT_WITHIN_MS = 15_000;

const awaited = [
  'call.ai_gather.ended',
  'call.ai_gather.partial_results',
  'call.ai_gather.message_history_updated',
  'call.conversation.ended',
];

const payload = z.object({
  status: z.string().nullish().catch(null),
  result: z.json().optional(),
  partial_results: z.json().optional(),
  message_history: z.json().optional(),
  conversation_id: z.string().nullish().catch(null),
});

export const gatherUsingAi = defineNode({
  type: 'gather_using_ai',
  title: 'Ask with AI',
  help: 'An AI voice talks with the caller until it knows what you asked for, in the caller’s own words.',
  category: 'ai',
  icon: 'sparkles',
  synonyms: ['ai', 'assistant', 'speech', 'voice', 'question', 'gather', 'bot', 'fields', 'form'],
  action: 'gather_using_ai',
  role: 'step',
  waitsForCaller: true,
  params: gatherUsingAiParams,
  defaults: {
    parameters: { type: 'object', properties: {}, required: [] },
  },
  exits: () => [
    done,
    { id: 'incomplete', label: 'Answers missing', kind: 'outcome', fallsBackTo: 'no_input' },
    cancelled,
    error,
  ],
  outputs: (params) => [
    { name: 'result', title: 'What was learned', example: exampleResult(params.parameters) },
    { name: 'partial_results', title: 'What is known so far', example: exampleResult(params.parameters) },
    {
      name: 'message_history',
      title: 'What was said',
      example: [{ role: 'user', content: 'My name is Ana.' }],
    },
    { name: 'status', title: "Carrier's word for how it ended", example: 'valid' },
    {
      name: 'conversation_id',
      title: 'Id of the conversation',
      example: '0424805b-adc1-4ff8-9f95-e1de6883ecbe',
    },
  ],
  summary: (params) => textOf(params.greeting) || Object.keys(propertiesOf(params.parameters)).join(', '),
  lint(params) {
    if (Object.keys(propertiesOf(params.parameters)).length > 0) return [];
    return [
      {
        path: ['parameters'],
        severity: 'error',
        message: 'Nothing is asked for; the AI would not know when it is done.',
        cure: 'Add at least one field, such as name.',
      },
    ];
  },
  sounding: () => 'waits',
  // Which of the two the carrier wants is not documented; the other one is refused, which does no harm here.
  stop: () => ({
    commands: [
      { action: 'gather_stop', params: {} },
      { action: 'ai_assistant_stop', params: {} },
    ],
    until: ['call.ai_gather.ended', 'call.conversation.ended'],
  }),
  enter(context) {
    const { params } = context;
    const spoken = (['greeting', 'gather_ended_speech'] as const).flatMap((name) => {
      const text = params[name];
      return text === undefined ? [] : [[name, context.localize(text)] as const];
    });
    const body = {
      ...bodyOf(params),
      ...Object.fromEntries(spoken),
      voice: params.voice ?? voiceIn(context, context.language),
    };
    return wait(awaited, SILENCE_UP_TO_MS, {
      commands: [{ action: 'gather_using_ai', params: body, keep: ['conversation_id'] }],
    });
  },
  handle: ({ memory }, event) => steps[event.type]?.(event, Number(memory ?? 0)),
});

type Step = (event: NodeEvent, knownMessages: number) => Decision | undefined;

const steps: { readonly [type: string]: Step } = {
  'call.ai_gather.ended': finish,
  'call.ai_gather.partial_results': learnMore,
  'call.ai_gather.message_history_updated': learnMore,
  'call.conversation.ended': (event) => wait(awaited, RESULT_WITHIN_MS, { outputs: learned(event) }),
};

/** Reports can overtake each other; the one with most messages knows most. */
function learnMore(event: NodeEvent, knownMessages: number): Decision | undefined {
  const { message_history: history } = payload.parse(event.payload);
  const messages = Array.isArray(history) ? history.length : knownMessages;
  if (messages < knownMessages) return undefined;
  return wait(awaited, SILENCE_UP_TO_MS, { outputs: learned(event), memory: messages });
}

function finish(event: NodeEvent): Decision {
  const { status } = payload.parse(event.payload);
  const outputs = { ...learned(event), status: status ?? null };
  if (status === 'valid') return leave('done', { outputs });
  if (status === 'cancelled' || status === 'cancelled_amd') return leave('cancelled', { outputs });
  if (status === 'client_error')
    return leave('error', { outputs, why: 'The carrier could not hold the conversation.' });
  return leave('incomplete', { outputs });
}

/** What an event adds to the node's outputs; fields it does not carry stay as they were. */
function learned(event: NodeEvent): JsonObject {
  const {
    result,
    partial_results: partial,
    message_history: history,
    conversation_id: id,
  } = payload.parse(event.payload);
  return {
    ...(result === undefined ? {} : { result }),
    ...(partial === undefined ? {} : { partial_results: partial }),
    ...(history === undefined ? {} : { message_history: history }),
    ...(typeof id === 'string' ? { conversation_id: id } : {}),
  };
}

function propertiesOf(parameters: unknown): JsonObject {
  return isJsonObject(parameters) && isJsonObject(parameters.properties) ? parameters.properties : {};
}

function exampleResult(parameters: unknown): JsonObject {
  const examples: JsonObject = { integer: 29, number: 2.5, boolean: true };
  return Object.fromEntries(
    Object.entries(propertiesOf(parameters)).map(([name, property]) => {
      const type = isJsonObject(property) && typeof property.type === 'string' ? property.type : 'string';
      return [name, examples[type] ?? 'Ana'];
    }),
  );
}
