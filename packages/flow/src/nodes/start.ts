import { z } from 'zod';
import { machineDetectionFields } from '../carrier-parameters/legs/machine-detection.ts';
import {
  type Decision,
  defineNode,
  type DraftParams,
  type Exit,
  leave,
  type NodeEvent,
  ownEvents,
  wait,
} from '../definition.ts';
import type { Json, JsonObject } from '../json.ts';
import { greetings } from './parts/machine-beep.ts';
import { CALL_LIMIT_MS } from './parts/speech-length.ts';

const ANSWER_WITHIN_MS = 15_000;
/** The carrier's verdict, and then the end of a machine's greeting, are each due within this time. */
const VERDICT_WITHIN_MS = 40_000;

const verdicts = ['call.machine.detection.ended', 'call.machine.premium.detection.ended'];
const screened = 'call.machine.premium.call_screening.detected';

const listened = [...verdicts, ...greetings, screened];

const answered = z.object({ result: z.string().nullish().catch(null) });

const detectionExits: readonly Exit[] = [
  { id: 'human', label: 'A person answers', kind: 'main', direction: 'outgoing' },
  { id: 'machine', label: 'A machine answers', kind: 'main', direction: 'outgoing' },
  {
    id: 'unknown',
    label: 'Not sure which',
    kind: 'outcome',
    elseExit: 'human',
    direction: 'outgoing',
  },
];

const screening: Exit = {
  id: 'screening',
  label: 'A phone screens the call',
  kind: 'outcome',
  elseExit: 'human',
  direction: 'outgoing',
};

export const start = defineNode({
  type: 'start',
  title: 'Start',
  help: 'Where every call begins. An incoming call is answered before it goes on.',
  category: 'start',
  icon: 'phone-incoming',
  synonyms: ['begin', 'incoming', 'entry', 'trigger', 'outgoing', 'answering machine'],
  role: 'entry',
  waitsForCaller: false,
  params: z.object({
    answer: z.boolean().default(true).meta({
      title: 'Answer the call',
      help: 'Turn this off to let the phone ring on until a step answers it.',
      group: 'main',
    }),
    answering_machine_detection: machineDetectionFields.answering_machine_detection.meta({
      title: 'Recognise answering machines',
      help: 'Of a call that this flow makes: finds out whether a person or a machine has answered, and goes on accordingly.',
      group: 'outgoing',
    }),
    wait_for_greeting: z.boolean().optional().meta({
      title: "Wait for the end of a machine's greeting",
      help: 'Goes on after the greeting or its beep, so that a message can be left. Not with “Person or machine”, which does not listen on.',
      group: 'outgoing',
    }),
    answering_machine_detection_config: machineDetectionFields.answering_machine_detection_config,
  }),
  defaults: {},
  exits: (params) => [
    { id: 'incoming', label: 'Incoming call', kind: 'main', direction: 'incoming' },
    ...(detects(params)
      ? [...detectionExits, ...(screens(params) ? [screening] : [])]
      : [{ id: 'outgoing', label: 'Outgoing call', kind: 'outcome', direction: 'outgoing' } as const]),
  ],
  outputs: (params) =>
    detects(params) ? [{ name: 'answered_by', title: 'Who has answered', example: 'human_residence' }] : [],
  summary: (params) => (params.answer === false ? 'Rings until a step answers' : 'Answers the call'),
  answersCall: ({ answer }, exit) => exit !== 'incoming' || answer !== false,
  dialsWith: (params) => (detects(params) ? dialFields(params) : {}),
  enter({ params, call, depth, wired }) {
    // A flow that another one enters has no telephone of its own to answer.
    if (depth > 0)
      return leave(call.direction === 'outgoing' && wired.has('outgoing') ? 'outgoing' : 'incoming');
    if (call.direction === 'outgoing') {
      if (detects(params)) return wait([...listened, 'call.answered'], CALL_LIMIT_MS);
      return call.answered ? leave('outgoing') : wait(['call.answered'], CALL_LIMIT_MS);
    }
    if (!params.answer || call.answered) return leave('incoming');
    return wait(['call.answered'], ANSWER_WITHIN_MS, { commands: [{ action: 'answer', params: {} }] });
  },
  handle({ call, params, memory, wired }, event) {
    if (call.direction === 'incoming') return leave('incoming');
    if (!detects(params)) return leave('outgoing');
    if (event.type === 'call.answered') return wait([...listened, ownEvents.timePassed], VERDICT_WITHIN_MS);
    if (verdicts.includes(event.type)) return judge(event, params);
    if (event.type === screened) {
      // Whoever screens the call decides after a moment, and the carrier then tells who it was.
      if (!wired.has('screening')) return wait([...listened, ownEvents.timePassed], VERDICT_WITHIN_MS);
      return leave('screening', { outputs: { answered_by: 'screening' } });
    }
    if (greetings.includes(event.type)) return onGreeting(event, memory);
    return detectionExits.some(({ id }) => id === memory) && typeof memory === 'string'
      ? leave(memory)
      : leave('unknown', { why: 'The carrier did not tell.' });
  },
});

function detects({ answering_machine_detection: mode }: { answering_machine_detection?: unknown }): boolean {
  return typeof mode === 'string' && mode !== 'disabled';
}

function screens({ answering_machine_detection: mode }: DraftParams): boolean {
  return mode === 'premium_ios_call_screening_detection';
}

function dialFields(params: DraftParams): JsonObject {
  const { answering_machine_detection: mode, answering_machine_detection_config: config } = params;
  return {
    ...(mode === undefined ? {} : { answering_machine_detection: mode }),
    ...(config === undefined ? {} : { answering_machine_detection_config: config }),
  };
}

function judge(
  event: NodeEvent,
  params: { wait_for_greeting?: boolean | undefined; answering_machine_detection?: string | undefined },
): Decision {
  const { result } = answered.parse(event.payload);
  const outputs = { answered_by: result ?? null };
  const exit = exitOf(result ?? '');
  const listensOn = params.answering_machine_detection !== 'detect' && params.wait_for_greeting === true;
  if (result !== 'machine' || !listensOn) return leave(exit, { outputs });
  return wait([...greetings, ownEvents.timePassed], VERDICT_WITHIN_MS, { outputs, memory: exit });
}

/** Only the beep of a machine, or its silence for good, is the moment to speak: an ordinary greeting pauses long before that. */
function onGreeting({ payload }: NodeEvent, memory: Json | undefined): Decision | undefined {
  const { result } = answered.parse(payload);
  if (result === 'prompt_ended') return undefined;
  if (memory !== undefined) return leave('machine');
  // The carrier tells nothing else of a machine that beeps before it is recognised.
  return leave('machine', { outputs: { answered_by: 'machine' } });
}

function exitOf(result: string): string {
  // A fax is no person either, and nothing is to be said to it.
  if (result === 'machine' || result === 'fax_detected') return 'machine';
  return result.startsWith('human') ? 'human' : 'unknown';
}
