import { z } from 'zod';

const words = z.string().min(1, 'Write what is said or heard.');
const node = z.string().min(1);
const event = z
  .string()
  .regex(/^call\.[a-z_.]+$/, 'Name an event as the carrier does, such as call.gather.ended.');
const yes = z.literal(true, { error: 'Write true.' });
const keys = z.string().regex(/^[0-9*#]+$/, 'Use the keys 0 to 9, * and #.');

/** What the person on the phone does or hears, what the carrier does out of order, and what is checked of the flow. */
export const stepSchemas = {
  /** The next thing the caller hears holds these words (or is the recording of this address); it is heard to its end. */
  hears: z.strictObject({ hears: words }),
  /** The same, but the next step comes while it is still being said. */
  begins_to_hear: z.strictObject({ begins_to_hear: words }),
  presses: z.strictObject({ presses: keys }),
  /** What the caller says to an assistant; `fills` is what it understands by it, where its own ears won't do. */
  says: z.strictObject({ says: words, fills: z.record(z.string(), z.json()).optional() }),
  /** The caller does nothing until the line speaks again or the call is over. */
  stays_silent: z.strictObject({ stays_silent: yes }),
  /** Milliseconds pass. */
  waits: z.strictObject({ waits: z.int().positive() }),
  hangs_up: z.strictObject({ hangs_up: yes }),
  /** The caller is put through to this number. */
  talks_to: z.strictObject({ talks_to: words }),
  /** The call leaves a node by an exit; it may take as long as it takes. */
  leaves: z.strictObject({ leaves: z.strictObject({ node, exit: z.string().min(1) }) }),
  /** The call is over, and this is who ended it. `carrier`: nobody did, the carrier cut it. */
  ends: z.strictObject({ ends: z.enum(['caller', 'flow', 'carrier']) }),
  /** Somebody outside raises a signal for this call. */
  signals: z.strictObject({ signals: z.string().min(1), data: z.record(z.string(), z.json()).optional() }),
  /** The flow has sent such a request: to this address, with these fields in its body. */
  requests: z.strictObject({
    requests: z.strictObject({
      method: z.string().optional(),
      url: words,
      body: z.record(z.string(), z.json()).optional(),
    }),
  }),
  /** A text message has gone out to this number, with these words. */
  texts: z.strictObject({ texts: z.strictObject({ to: words, text: words }) }),
  /** Another program with the same account gives the carrier a command for this call. */
  commands: z.strictObject({
    commands: z.string().min(1),
    params: z.record(z.string(), z.json()).optional(),
  }),
  /** The carrier sends the last event of this type once more. */
  redelivers: z.strictObject({ redelivers: event }),
  /** The carrier keeps the next event of the first type until it has sent one of the second; one that comes after that anyway is not kept. */
  holds_back: z.strictObject({ holds_back: event, until_after: event }),
} as const;

export const stepSchema = z.union(Object.values(stepSchemas), {
  error: `Each step is one of: ${Object.keys(stepSchemas).join(', ')}.`,
});

export type Step = z.infer<typeof stepSchema>;
