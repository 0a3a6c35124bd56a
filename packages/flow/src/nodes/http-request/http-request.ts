import { z } from 'zod';
import {
  type CommandRequest,
  type Decision,
  type DraftParams,
  defineNode,
  type Exit,
  leave,
  type NodeContext,
  type NodeEvent,
  ownEvents,
  wait,
} from '../../definition.ts';
import type { Json, JsonObject } from '../../json.ts';
import { filled } from '../parts/body.ts';
import { notAsExpected } from './expected.ts';
import { brokenBody } from './sent-body.ts';
import { httpRequestParams, type HttpRequestParams, lintRequest } from './http-request-params.ts';
import { MARGIN_MS, speechUpToMs } from '../parts/speech-length.ts';
import { soundStop } from '../parts/stops.ts';
import { textOf } from '../parts/summaries.ts';
import { voiceOf } from '../parts/voice.ts';

type Context = NodeContext<HttpRequestParams>;

const success: Exit = { id: 'success', label: 'Answered', kind: 'main' };
const unexpected: Exit = {
  id: 'unexpected',
  label: 'Not as expected',
  kind: 'outcome',
  fallsBackTo: 'error',
};
const failures: readonly Exit[] = [
  { id: 'http_error', label: 'Refused by the server', kind: 'outcome', fallsBackTo: 'error' },
  { id: 'failed', label: 'No answer', kind: 'outcome', fallsBackTo: 'error' },
];

const answered = z.object({
  status: z.number().catch(0),
  headers: z.record(z.string(), z.string()).catch({}),
  duration_ms: z.number().nullable().catch(null),
});

const failed = z.object({ reason: z.string().catch('transport'), detail: z.string().catch('') });

/** What the visit remembers: whether the comforting words are being said, and the exit and its reason once the answer is there. */
const memorySchema = z
  .object({
    words: z.enum(['not_yet', 'being_said', 'said']).catch('said'),
    exit: z.enum(['success', 'unexpected', 'http_error', 'failed']).nullable().catch(null),
    why: z.string().catch(''),
  })
  .catch({ words: 'said', exit: null, why: '' });

type Memory = z.infer<typeof memorySchema>;

const unanswered = { exit: null, why: '' } as const;

export const httpRequest = defineNode({
  type: 'http_request',
  title: 'Ask a server',
  help: 'Looks something up at your own server or sends it something, such as a booking, and goes on with the answer.',
  category: 'reach',
  icon: 'api',
  synonyms: ['http', 'api', 'webhook', 'rest', 'request', 'crm', 'lookup', 'fetch', 'json', 'database'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  takesSecrets: true,
  params: httpRequestParams,
  verbatim: ['body', 'expects_when'],
  defaults: { url: '' },
  failsBy: 'failed',
  exits: (params) => (isChecked(params) ? [success, unexpected, ...failures] : [success, ...failures]),
  uncheckedOutput: (params) => (params.wait === false || isChecked(params) ? null : 'body'),
  outputs: () => [
    { name: 'status', title: 'Status code of the answer', example: 200 },
    { name: 'body', title: 'What the server says', example: { id: 7, name: 'Ana' }, isForeign: true },
    {
      name: 'headers',
      title: 'Headers of the answer',
      example: { 'content-type': 'application/json' },
      isForeign: true,
    },
    { name: 'duration_ms', title: 'How long it took, in ms', example: 120 },
    { name: 'reason', title: 'Why there was no answer', example: 'timeout' },
  ],
  summary: ({ method, url }) => (textOf(url) === '' ? '' : `${textOf(method) || 'GET'} ${textOf(url)}`),
  lint: lintRequest,
  isInstant: ({ wait: waits }) => waits === false,
  lateOutputs: {
    [ownEvents.answered]: (payload) => outputsOf(ownEvents.answered, payload),
    [ownEvents.failed]: (payload) => outputsOf(ownEvents.failed, payload),
  },
  sounding: (params) => (params.comfort === undefined ? undefined : 'waits'),
  stop: ({ memory }) =>
    memorySchema.parse(memory).words === 'being_said' ? soundStop : { commands: [], until: [] },
  enter(context) {
    const { params, call } = context;
    const command = requestOf(context);
    const complaint = brokenBody(command.params.body, params.headers);
    if (complaint !== null) return leave('failed', { outputs: { reason: 'bad_request' }, why: complaint });
    const commands = [command];
    if (!params.wait) return leave('success', { commands });
    if (params.comfort === undefined || !call.answered)
      return stay(context, { ...unanswered, words: 'said' }, commands);
    const memory: Memory = { ...unanswered, words: 'not_yet' };
    const awaited = [ownEvents.answered, ownEvents.failed, ownEvents.timePassed];
    return wait(awaited, params.comfort.after_millis, { commands, memory });
  },
  handle(context, event) {
    const memory = memorySchema.parse(context.memory);
    if (event.type === ownEvents.timePassed)
      return memory.exit === null ? comfort(context, memory) : leave(memory.exit, because(memory.why));
    // Words that can't be said are no reason to lose the answer.
    if (event.type === 'call.speak.ended' || event.type === ownEvents.refused) {
      return memory.exit === null
        ? stay(context, { ...memory, words: 'said' })
        : leave(memory.exit, because(memory.why));
    }
    return onAnswer(context, memory, event);
  },
});

function requestOf({ params, value }: Context): CommandRequest {
  const { method, url, query, headers, auth, body, timeout_millis, retries } = params;
  return {
    via: 'http',
    action: 'http_request',
    params: {
      method,
      url: url.trim(),
      headers: rows(headers),
      query: rows(query),
      ...(auth === undefined ? {} : { auth: { ...auth } }),
      ...(body === undefined ? {} : { body: filled(body, value) }),
      timeout_millis,
      retries,
    },
  };
}

function rows(given: HttpRequestParams['headers']): Json {
  return (given ?? []).map(({ name, value }) => ({ name, value }));
}

function stay({ params }: Context, memory: Memory, commands: readonly CommandRequest[] = []): Decision {
  return wait([ownEvents.answered, ownEvents.failed], params.timeout_millis + MARGIN_MS, {
    commands,
    memory,
  });
}

/** The caller has waited in silence for long enough. */
function comfort(context: Context, memory: Memory): Decision {
  const { params } = context;
  const words = params.comfort;
  if (words === undefined || memory.words !== 'not_yet')
    return leave('failed', { outputs: { reason: 'timeout' }, why: 'The server did not answer in time.' });
  const payload = context.localize(words.text);
  const voice = voiceOf({ ...context, params: {} });
  return wait(
    [ownEvents.answered, ownEvents.failed, ownEvents.refused, 'call.speak.ended'],
    params.timeout_millis + speechUpToMs(payload) + MARGIN_MS,
    {
      commands: [{ action: 'speak', params: { ...voice, payload } }],
      memory: { ...unanswered, words: 'being_said' },
    },
  );
}

/** The comforting words are heard to their end. */
function onAnswer(context: Context, memory: Memory, { type, payload }: NodeEvent): Decision {
  const outputs = outputsOf(type, payload);
  const { exit, why } = outcomeOf(context, type, { payload, outputs });
  if (memory.words !== 'being_said') return leave(exit, { outputs, ...because(why) });
  // What comes next is heard after them anyway, so that there is no need to wait longer than they can take.
  const withinMs = speechUpToMs(context.localize(context.params.comfort?.text ?? '')) + MARGIN_MS;
  return wait(['call.speak.ended', ownEvents.refused, ownEvents.timePassed], withinMs, {
    outputs,
    memory: { ...memory, exit, why },
  });
}

interface Outcome {
  readonly exit: NonNullable<Memory['exit']>;
  /** Why the request came to nothing; empty when it was answered as one wishes. */
  readonly why: string;
}

interface Answer {
  readonly payload: JsonObject;
  readonly outputs: JsonObject;
}

function outcomeOf(context: Context, type: string, { payload, outputs }: Answer): Outcome {
  if (type !== ownEvents.answered) return { exit: 'failed', why: failed.parse(payload).detail };
  const { status } = answered.parse(payload);
  if (status < 200 || status > 299) return { exit: 'http_error', why: `The server answered ${status}.` };
  const complaint = notAsExpected(context, outputs);
  return complaint === null ? { exit: 'success', why: '' } : { exit: 'unexpected', why: complaint };
}

function because(why: string): { readonly why?: string } {
  return why === '' ? {} : { why };
}

function outputsOf(type: string, payload: JsonObject): JsonObject {
  if (type === ownEvents.answered)
    return { ...answered.parse(payload), body: payload.body ?? null, reason: null };
  return { status: null, body: null, reason: failed.parse(payload).reason };
}

function isChecked({ expects, expects_when: condition }: DraftParams): boolean {
  return (Array.isArray(expects) && expects.length > 0) || condition !== undefined;
}
