import { type Heard, heardSchema } from '@gatherline/emulator/model';
import { parsed } from './call-stream.ts';
import { type EventSourceLike, openEventStream, type StreamState } from './event-stream.ts';
import { paths } from './paths.ts';

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
      const { data: heard } = heardSchema.safeParse(parsed(text));
      if (heard === undefined || heard.seq <= last) return;
      last = heard.seq;
      onHeard(heard);
    },
    ...(connect === undefined ? {} : { connect }),
  });
}
