import { z } from 'zod';
import { type EventSourceLike, openEventStream, type StreamState } from './event-stream.ts';
import { paths } from './paths.ts';
import { type AnyTraceEntry, readTraceEntry } from './read-trace-entry.ts';

const callSchema = z.object({ state: z.string(), node: z.string().nullable() });

interface Following {
  readonly onTrace: (entry: AnyTraceEntry) => void;
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
