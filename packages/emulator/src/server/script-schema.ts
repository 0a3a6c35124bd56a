import { z } from 'zod';

const ms = z.int().min(0);
const times = z.int().min(1).nullable();

/** A change of the script, as it comes over HTTP. */
export const scriptChange = z.strictObject({
  parties: z
    .record(
      z.string(),
      z.strictObject({
        answersAfterMs: ms.optional(),
        busy: z.boolean().optional(),
        declines: z.boolean().optional(),
        neverAnswers: z.boolean().optional(),
        notFound: z.boolean().optional(),
        hangsUpAfterMs: ms.optional(),
        machine: z.boolean().optional(),
        greetsForMs: ms.optional(),
        beeps: z.boolean().optional(),
        unsure: z.boolean().optional(),
        silent: z.boolean().optional(),
        presses: z
          .string()
          .regex(/^[0-9*#]+$/)
          .optional(),
        pressesAfterMs: ms.optional(),
      }),
    )
    .optional(),
  media: z
    .record(
      z.string(),
      z.strictObject({
        durationMs: ms.optional(),
        missing: z.boolean().optional(),
        fails: z.string().optional(),
      }),
    )
    .optional(),
  mediaMs: ms.optional(),
  faults: z
    .array(
      z.strictObject({
        action: z.string(),
        status: z.int().min(400).max(599),
        code: z.string(),
        title: z.string(),
        times,
      }),
    )
    .optional(),
  speech: z
    .strictObject({ status: z.literal('client_error'), times })
    .nullable()
    .optional(),
  recording: z
    .strictObject({
      reason: z.enum([
        'Failed to authorize with storage using custom credentials',
        'Invalid credentials json',
        'Unsupported backend',
        'Internal server error',
      ]),
      times,
    })
    .nullable()
    .optional(),
  queues: z
    .record(z.string(), z.strictObject({ answersAfterMs: ms.optional(), hangsUpAfterMs: ms.optional() }))
    .optional(),
  waiting: z
    .record(z.string(), z.array(z.strictObject({ from: z.string(), hangsUpAfterMs: ms.optional() })))
    .optional(),
  assistant: z
    .strictObject({ reason: z.string().min(1), afterMs: ms, times })
    .nullable()
    .optional(),
});
