import { z } from 'zod';
import { stepSchema } from './steps.ts';

const number = z.string().min(1);
const ms = z.int().nonnegative();

/** The person or machine behind a number that the flow dials. Without a line here they answer after two seconds and stay. */
const partySchema = z.strictObject({
  answers_after_ms: ms.optional(),
  hangs_up_after_ms: ms.optional(),
  busy: z.literal(true).optional(),
  declines: z.literal(true).optional(),
  never_answers: z.literal(true).optional(),
  not_found: z.literal(true).optional(),
  /** A machine answers: it greets, beeps unless told not to, and from then on listens. */
  machine: z.literal(true).optional(),
  greets_for_ms: ms.positive().optional(),
  beeps: z.boolean().optional(),
  /** Nobody can tell whether it is a machine. */
  unsure: z.literal(true).optional(),
  /** Says and presses nothing. */
  silent: z.literal(true).optional(),
  /** What they press each time keys are asked for, so long after the prompt has begun. */
  presses: z
    .string()
    .regex(/^[0-9*#]+$/, 'Use the keys 0 to 9, * and #.')
    .optional(),
  presses_after_ms: ms.optional(),
});

/** How a recording behaves, by its address or media name. Without a line here it plays for three seconds. */
const recordingSchema = z.strictObject({
  lasts_ms: ms.positive().optional(),
  missing: z.literal(true).optional(),
  fails: z.string().min(1).optional(),
});

const faultSchema = z.union(
  [
    z.strictObject({
      refuses: z.string().min(1),
      status: z.int().min(400).max(599),
      code: z.string().min(1),
      title: z.string().default('Refused'),
      times: z.int().positive().default(1),
    }),
    z.strictObject({ loses_its_voice: z.int().positive() }),
    z.strictObject({ loses_recordings: z.int().positive() }),
    /** An AI assistant ends by itself, so long after its begin. */
    z.strictObject({
      assistant_ends: z.string().min(1),
      after_ms: ms.default(1000),
      times: z.int().positive().default(1),
    }),
  ],
  {
    error:
      'A fault is { "refuses": action, "status": …, "code": … }, { "loses_its_voice": times }, { "loses_recordings": times } or { "assistant_ends": reason }.',
  },
);

/** Who answers a queue: an agent for each call, after two seconds unless it says otherwise. Without a line here: nobody. */
const queueSchema = z.strictObject({ answers_after_ms: ms.optional(), hangs_up_after_ms: ms.optional() });

/** Somebody else who waits in a queue when the caller, or the flow, first comes to it. */
const strangerSchema = z.strictObject({ from: number, hangs_up_after_ms: ms.optional() });

const json = z.record(z.string(), z.json());

/** Requests that the flow may send to somebody's own server, and how it answers them in turn; the last answer stays. */
const httpSchema = z.strictObject({
  request: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
    /** The whole address without its query, or its beginning and a `*`. */
    url: z.string().min(1),
    /** Fields that the body holds. */
    body: json.optional(),
    /** Fields that the query holds. */
    query: z.record(z.string(), z.string()).optional(),
  }),
  replies: z
    .array(
      z.strictObject({
        status: z.int().min(100).max(599).default(200),
        body: z.json().optional(),
        headers: z.record(z.string(), z.string()).default({}),
        after_ms: ms.default(100),
        fails: z.enum(['timeout', 'refused']).optional(),
      }),
    )
    .min(1, 'Say how it answers.'),
});

/** A conversation file: who calls which flow, what they do, what they hear, which exits the call takes. */
export const conversationSchema = z.strictObject({
  name: z.string().min(1, 'Say in a sentence what this call shows.'),
  shows: z.array(z.string()).default([]),
  flow: z.union([z.string().min(1), z.record(z.string(), z.json())], {
    error: 'Name the flow, or write it down here.',
  }),
  call: z
    .strictObject({
      from: number.default('+13125550142'),
      to: number.default('+13125550100'),
      direction: z.enum(['incoming', 'outgoing']).default('incoming'),
      variables: z.record(z.string(), z.json()).default({}),
      /** When it begins; its offset is the clock of the service, for a flow that names no time zone. */
      at: z.iso.datetime({ offset: true }).default('2026-06-01T09:00:00Z'),
      /** What is thrown for in the call follows from it. */
      seed: z.string().min(1).default('gatherline'),
    })
    .prefault({}),
  parties: z.record(number, partySchema).default({}),
  recordings: z.record(z.string(), recordingSchema).default({}),
  queues: z.record(z.string(), queueSchema).default({}),
  waiting: z.record(z.string(), z.array(strangerSchema)).default({}),
  faults: z.array(faultSchema).default([]),
  /** What the flow's resources are bound to; a secret needs no value here. */
  resources: json.default({}),
  /** Flows that this one enters, by their reference: written down, or named. */
  flows: z.record(z.string(), z.union([z.string().min(1), json])).default({}),
  http: z.array(httpSchema).default([]),
  steps: z.array(stepSchema).min(1, 'Write down what happens.'),
});

export type Conversation = z.infer<typeof conversationSchema>;
export type Party = z.infer<typeof partySchema>;
export type Recording = z.infer<typeof recordingSchema>;
export type HttpExchange = z.infer<typeof httpSchema>;
export type Fault = z.infer<typeof faultSchema>;

export type ConversationReading =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly message: string };

/** Reads a conversation from a parsed JSON value; `message` names the field to mend. Never throws. */
export function parseConversation(value: unknown): ConversationReading {
  const result = conversationSchema.safeParse(value);
  if (result.success) return { ok: true, conversation: result.data };
  const [issue] = result.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'The conversation' : issue.path.join('.');
  return { ok: false, message: `${place}: ${issue?.message ?? 'can not be read.'}` };
}

/** The JSON Schema of a conversation file, for editors. */
export function conversationJsonSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(conversationSchema, { io: 'input' });
}
