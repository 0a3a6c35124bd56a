import { z } from 'zod';

const text = z.string();
const ms = z.number();

/** `seq` grows over the whole carrier. */
const place = { seq: z.int(), atMs: ms, callControlId: text };

/** `durationMs` is one saying; `endless` begins it again until it is cut. */
const sound = { action: text, durationMs: ms, endless: z.boolean() };

/** What the person on a leg hears, as it begins; `of` is the `seq` of an earlier thing. */
export const heardSchema = z.discriminatedUnion('kind', [
  z.object({
    ...place,
    kind: z.enum(['speech', 'assistant']),
    text,
    voice: text.nullable(),
    language: text.nullable(),
    ...sound,
  }),
  z.object({ ...place, kind: z.literal('audio'), url: text.nullable(), name: text.nullable(), ...sound }),
  z
    .object({ ...place, kind: z.literal('cut'), of: z.int(), afterMs: ms })
    .describe('It stopped before its end: a key, a stop command, a bridge, a hang-up.'),
  z.object({ ...place, kind: z.literal('said'), of: z.int() }).describe('It came to its end.'),
  z.object({ ...place, kind: z.literal('ringing'), to: text }),
  z.object({ ...place, kind: z.literal('answered') }),
  z.object({ ...place, kind: z.literal('connected'), with: text }),
  z.object({ ...place, kind: z.literal('not_connected'), to: text, cause: text }),
  z
    .object({ ...place, kind: z.literal('parted') })
    .describe('The other party of a bridge is gone, this leg lives on.'),
  z
    .object({ ...place, kind: z.literal('voice'), text })
    .describe('Someone on the other leg of a bridge speaks.'),
  z.object({ ...place, kind: z.literal('beep') }),
  z
    .object({ ...place, kind: z.literal('tones'), digits: text })
    .describe('Touch tones of the application; pauses are w (half a second) and W (a second).'),
  z.object({ ...place, kind: z.literal('hung_up'), cause: text }),
]);

/** What the person on a leg hears, as it begins. */
export type Heard = z.infer<typeof heardSchema>;

/** The same before it has its place on the line. */
export type HeardThing = Heard extends infer One
  ? One extends Heard
    ? Omit<One, keyof typeof place>
    : never
  : never;
