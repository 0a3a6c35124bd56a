import { z } from 'zod';
import { parsed } from './call-stream.ts';
import { type EventSourceLike, openEventStream, type StreamState } from './event-stream.ts';
import { paths } from './paths.ts';

const said = {
  voice: z.string().nullable(),
  language: z.string().nullable(),
  action: z.string(),
  durationMs: z.number(),
  endless: z.boolean(),
};

const thingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speech'), text: z.string(), ...said }),
  z.object({ kind: z.literal('assistant'), text: z.string(), ...said }),
  z.object({
    kind: z.literal('audio'),
    url: z.string().nullable(),
    name: z.string().nullable(),
    action: z.string(),
    durationMs: z.number(),
    endless: z.boolean(),
  }),
  z.object({ kind: z.literal('cut'), of: z.number(), afterMs: z.number() }),
  z.object({ kind: z.literal('said'), of: z.number() }),
  z.object({ kind: z.literal('ringing'), to: z.string() }),
  z.object({ kind: z.literal('answered') }),
  z.object({ kind: z.literal('connected'), with: z.string() }),
  z.object({ kind: z.literal('not_connected'), to: z.string(), cause: z.string() }),
  z.object({ kind: z.literal('parted') }),
  z.object({ kind: z.literal('voice'), text: z.string() }),
  z.object({ kind: z.literal('beep') }),
  z.object({ kind: z.literal('hung_up'), cause: z.string() }),
]);

const placeSchema = z.object({ seq: z.number(), atMs: z.number() });

/** Something that is heard on the phone, as it begins. `seq` grows; `of` names the `seq` of an earlier thing. */
export type Heard = z.infer<typeof placeSchema> & z.infer<typeof thingSchema>;

/** Reads one thing heard; `null` for a kind that this studio does not know. */
function readHeard(value: unknown): Heard | null {
  const place = placeSchema.safeParse(value);
  const thing = thingSchema.safeParse(value);
  return place.success && thing.success ? { ...place.data, ...thing.data } : null;
}

interface Listening {
  readonly onHeard: (heard: Heard) => void;
  readonly onState: (state: StreamState) => void;
  readonly connect?: (url: string) => EventSourceLike;
}

/** Listens to a phone call from its beginning; every thing comes once, however often the connection breaks. */
export function listenToPhone(call: string, { onHeard, onState, connect }: Listening): () => void {
  let last = -1;
  return openEventStream({
    url: paths.phoneHeard(call),
    names: ['heard'],
    onState,
    onRestart: () => undefined,
    onEvent: ({ text }) => {
      const heard = readHeard(parsed(text));
      if (heard === null || heard.seq <= last) return;
      last = heard.seq;
      onHeard(heard);
    },
    ...(connect === undefined ? {} : { connect }),
  });
}
