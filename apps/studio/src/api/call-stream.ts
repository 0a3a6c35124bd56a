import { z } from 'zod';
import { type EventSourceLike, openEventStream, type StreamState } from './event-stream.ts';
import { paths } from './paths.ts';

const text = z.string();
const visit = z.number().int();
const payload = z.record(z.string(), z.json());
const via = z.enum(['wire', 'handler', 'apology', 'quiet']);

const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('began'), call: payload }),
  z.object({ kind: z.literal('entered'), node: text, visit, params: payload }),
  z.object({
    kind: z.literal('left'),
    node: text,
    visit,
    exit: text,
    to: text.nullable(),
    via,
    why: text.exactOptional(),
  }),
  z.object({ kind: z.literal('sent'), node: text, visit, action: text, command_id: text, body: payload }),
  z.object({
    kind: z.literal('set'),
    node: text,
    outputs: payload.exactOptional(),
    variables: payload.exactOptional(),
  }),
  z.object({ kind: z.literal('waiting'), node: text, visit, for: z.array(text), until: text }),
  z.object({ kind: z.literal('received'), event_id: text, type: text, payload, node: text.nullable() }),
  z.object({ kind: z.literal('ignored'), event_id: text, type: text, payload, why: text }),
  z.object({
    kind: z.literal('refused'),
    node: text,
    visit,
    action: text,
    status: z.number().nullable(),
    code: text,
    title: text,
    detail: text,
  }),
  z.object({ kind: z.literal('note'), text, value: z.json().exactOptional() }),
  z.object({ kind: z.literal('ended'), cause: text, source: text }),
]);

/** One line of a call's history, as the runtime writes it. */
export type TraceEntry = z.infer<typeof lineSchema> & { readonly at: string };

const atSchema = z.looseObject({ at: z.string() });
const callSchema = z.object({ state: z.string(), node: z.string().nullable() });

/** Reads one trace entry; `null` for a kind that this studio does not know. */
export function readTraceEntry(value: unknown): TraceEntry | null {
  const at = atSchema.safeParse(value);
  const line = lineSchema.safeParse(value);
  return at.success && line.success ? { ...line.data, at: at.data.at } : null;
}

interface Following {
  readonly onTrace: (entry: TraceEntry) => void;
  readonly onCall: (call: z.infer<typeof callSchema>) => void;
  readonly onEnd: () => void;
  readonly onState: (state: StreamState) => void;
  readonly onRestart: () => void;
  readonly connect?: (url: string) => EventSourceLike;
}

/** Follows a call from its beginning; every trace entry comes once. Answers how to stop. */
export function followCall(id: string, following: Following): () => void {
  const { onTrace, onCall, onEnd, onState, onRestart, connect } = following;
  let last = -1;
  return openEventStream({
    url: paths.callStream(id),
    names: ['trace', 'call', 'end'],
    onState,
    onRestart: () => {
      last = -1;
      onRestart();
    },
    onEvent: ({ name, text: written, id: sequence }) => {
      if (name === 'end') return onEnd();
      const value = parsed(written);
      if (name === 'call') {
        const call = callSchema.safeParse(value);
        if (call.success) onCall(call.data);
        return;
      }
      const number = sequence === '' ? Number.NaN : Number(sequence);
      if (number <= last) return;
      if (Number.isFinite(number)) last = number;
      const entry = readTraceEntry(value);
      if (entry !== null) onTrace(entry);
    },
    ...(connect === undefined ? {} : { connect }),
  });
}

/** What is not JSON says nothing; the stream goes on. */
export function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
