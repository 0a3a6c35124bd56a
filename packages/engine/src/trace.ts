import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import { z } from 'zod';

const text = z.string();
const visit = z.int();
const values = z
  .custom<JsonObject>(isJsonObject, 'Write a JSON object.')
  .meta({ type: 'object', additionalProperties: true });

const at = text.meta({ format: 'date-time' });

/** Every line that names a node says in which flow it stands. */
const flow = text.exactOptional().meta({
  description: 'The flow of the node, as it was entered by; left out, it is the one that answered the call.',
});

const earlier = z
  .record(text, z.int().positive())
  .exactOptional()
  .meta({ description: 'How many entries of these lists came before: earlier lines have told them.' });

/** Lines of older versions do not say which command or when. */
const commandId = text
  .exactOptional()
  .meta({ description: 'The command that it is about, by the id under which it was sent.' });

const event = {
  event_id: text,
  type: text,
  payload: values,
  earlier,
  occurred_at: at.exactOptional().meta({ description: 'When it happened, by the carrier’s clock.' }),
  command_id: commandId,
};

/** How the call goes on from an exit. */
const via = z.enum(['wire', 'else', 'handler', 'listener', 'return', 'quiet', 'apology', 'over']).meta({
  description:
    'Its own wire, that of the exit it falls to, the flow’s handler, a listener to errors, back to the flow that waits, without a word, an apology, or nowhere because the call is over.',
});

/** One line of a call's history, whatever its kind. The values are those that were used; what is confidential is masked. */
export const traceEntrySchema = z.discriminatedUnion('kind', [
  z.object({ at, kind: z.literal('began'), call: values }),
  z.object({
    at,
    kind: z.literal('entered'),
    node: text,
    flow,
    visit,
    params: values,
    chance: z.number().exactOptional().meta({ description: 'What was thrown for the visit, from 0 to 1.' }),
  }),
  z.object({
    at,
    kind: z.literal('left'),
    node: text,
    flow,
    visit,
    exit: text,
    to: text.nullable(),
    via,
    why: text.exactOptional(),
  }),
  z.object({
    at,
    kind: z.literal('sent'),
    node: text,
    flow,
    visit,
    action: text,
    command_id: text,
    body: values,
    leg: text
      .nullable()
      .exactOptional()
      .meta({ description: 'The leg it is meant for, where that is not the caller’s own; null: none.' }),
    tag: text.exactOptional().meta({ description: 'The step’s own name for it.' }),
  }),
  z
    .object({
      at,
      kind: z.literal('accepted'),
      node: text,
      flow,
      visit,
      action: text,
      command_id: text,
      response: values,
    })
    .meta({ description: 'The carrier took a command whose answer the call waits for or keeps.' }),
  z.object({ at, kind: z.literal('deadline'), node: text.nullable(), flow, visit }).meta({
    description:
      'The time of a wait is over; unless it was the flow’s own, the carrier said that the call lives.',
  }),
  z.object({
    at,
    kind: z.literal('set'),
    node: text,
    flow,
    outputs: values.exactOptional(),
    variables: values.exactOptional(),
    earlier,
  }),
  z.object({
    at,
    kind: z.literal('waiting'),
    node: text,
    flow,
    visit,
    for: z.array(text).readonly(),
    until: at,
  }),
  z.object({ at, kind: z.literal('received'), ...event, node: text.nullable(), flow }),
  z
    .object({
      at,
      kind: z.literal('heard'),
      node: text,
      flow,
      type: text,
      mode: z.enum(['interrupt', 'alongside']),
    })
    .meta({ description: 'A listener heard an event, and takes the call over or runs beside it.' }),
  z.object({
    at,
    kind: z.literal('ignored'),
    ...event,
    why: text,
    node: text.nullable().exactOptional().meta({ description: 'Where the call stood.' }),
    flow,
    visit: visit.exactOptional(),
  }),
  z.object({
    at,
    kind: z.literal('refused'),
    node: text,
    flow,
    visit,
    action: text,
    command_id: commandId,
    status: z.int().nullable(),
    code: text,
    title: text,
    detail: text,
  }),
  z.object({
    at,
    kind: z.literal('note'),
    text,
    value: z.custom<Json>((value) => value !== undefined).exactOptional(),
    event: z.enum(['failed', 'abandoned', 'gone']).exactOptional().meta({
      description:
        'The service could not move the call: the step is left, or the call is hung up. Or the carrier says that the call is over.',
    }),
    node: text.exactOptional(),
    flow,
  }),
  z.object({ at, kind: z.literal('ended'), cause: text, source: text }),
]);

/** One line of a call's history. `at` is ISO 8601. */
export type TraceEntry = z.infer<typeof traceEntrySchema>;

/** A trace entry before the time, and the flow of its node, are put on it. */
export type TraceLine = TraceEntry extends infer Entry
  ? Entry extends TraceEntry
    ? Omit<Entry, 'at' | 'flow'>
    : never
  : never;
