/** One event of a stream: its name, its text, and the id by which it is known after a reconnect ('' when it has none). */
export interface StreamEvent {
  readonly name: string;
  readonly text: string;
  readonly id: string;
}

export type StreamState = 'connecting' | 'open' | 'reconnecting' | 'failed' | 'closed';

/** The part of the browser's EventSource that is used. */
export interface EventSourceLike {
  readonly readyState: number;
  addEventListener(name: string, take: (event: Event) => void): void;
  close(): void;
}

interface Options {
  readonly url: string;
  /** The names of the events to take. */
  readonly names: readonly string[];
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState: (state: StreamState) => void;
  /** The stream begins again from its start; whatever was kept of it is to be dropped. */
  readonly onRestart: () => void;
  readonly connect?: (url: string) => EventSourceLike;
  readonly schedule?: (run: () => void, ms: number) => () => void;
}

const CLOSED = 2;
/** The first is short: a call that has just been rung may not be known yet. */
const WAITS_MS = [150, 500, 1000, 2000, 4000, 8000];

/**
 * Reads a stream of the service. A lost connection is taken up again by the browser where it broke off; one that was
 * refused is opened anew a few times, from its beginning. Answers how to close it.
 */
export function openEventStream(options: Options): () => void {
  const {
    url,
    names,
    onEvent,
    onState,
    onRestart,
    connect = (address) => new EventSource(address),
    schedule = later,
  } = options;
  let failures = 0;
  let source: EventSourceLike | null = null;
  let callOff: (() => void) | null = null;
  let isClosed = false;

  const open = (isFirst: boolean) => {
    let isAnew = !isFirst;
    const opened = connect(url);
    source = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      if (isClosed) return;
      // What was received stays in view until there is something to take its place.
      if (isAnew) onRestart();
      isAnew = false;
      onState('open');
    });
    opened.addEventListener('error', () => {
      if (isClosed) return;
      if (opened.readyState === CLOSED) retry();
      else onState('reconnecting');
    });
    for (const name of names) {
      opened.addEventListener(name, (event) => {
        if (isClosed || !(event instanceof MessageEvent)) return;
        onEvent({ name, text: String(event.data), id: event.lastEventId });
      });
    }
  };

  const retry = () => {
    source?.close();
    const waitMs = WAITS_MS[failures];
    if (waitMs === undefined) return onState('failed');
    failures += 1;
    onState('reconnecting');
    callOff = schedule(() => open(false), waitMs);
  };

  onState('connecting');
  open(true);
  return () => {
    if (isClosed) return;
    isClosed = true;
    callOff?.();
    source?.close();
    onState('closed');
  };
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
