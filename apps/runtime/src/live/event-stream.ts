import type { Response } from 'express';
import type { Clock } from '../clock.ts';

/** What goes to the reader next, oldest first; `isLast`: nothing will follow. */
export interface Batch {
  readonly events: readonly { readonly event: string; readonly data: unknown; readonly id?: number }[];
  readonly isLast: boolean;
}

export interface Source {
  /** The next things after the last ones; asked again until it has none. */
  next(): Promise<Batch>;
  /** Calls back whenever there may be more; the answer ends it. */
  watch(listener: () => void): () => void;
}

export interface EventStreams {
  /** Sends what the source has, now and as it comes. Resolves when either side has ended. */
  stream(response: Response, source: Source): Promise<void>;
  /** Ends every stream and takes no new one. */
  close(): void;
}

const heartbeatMs = 15_000;
/** A reader who takes nothing for so long is let go; it can come back with Last-Event-ID. */
const writeTimeoutMs = 60_000;

/**
 * Server-sent events that are fetched as the reader takes them: whoever reads slowly makes nothing pile up here, they
 * just see it later.
 */
export function createEventStreams(clock: Clock): EventStreams {
  const closing = new AbortController();

  return {
    async stream(response, source) {
      const closed = new AbortController();
      const end = () => closed.abort();
      response.on('close', end);
      closing.signal.addEventListener('abort', end);
      const signal = createSignal();
      const unwatch = source.watch(signal.notify);
      try {
        begin(response);
        if (response.req.method === 'HEAD') return;
        await feed({
          response,
          source,
          signal,
          clock,
          closed: AbortSignal.any([closed.signal, closing.signal]),
        });
      } finally {
        unwatch();
        closing.signal.removeEventListener('abort', end);
        response.end();
      }
    },
    close: () => closing.abort(),
  };
}

interface Feeding {
  readonly response: Response;
  readonly source: Source;
  readonly signal: Signal;
  readonly clock: Clock;
  readonly closed: AbortSignal;
}

function begin(response: Response): void {
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .flushHeaders();
}

async function feed({ response, source, signal, clock, closed }: Feeding): Promise<void> {
  while (!closed.aborted) {
    const { events, isLast } = await source.next();
    const text = events.map(toText).join('');
    if (text !== '' && !response.write(text) && !(await drained(response, clock, closed))) {
      response.destroy();
      return;
    }
    if (isLast) return;
    if (events.length > 0) continue;
    const isQuiet = !(await signal.wait(clock, closed));
    if (isQuiet && !closed.aborted) response.write(': still here\n\n');
  }
}

function toText({ event, data, id }: Batch['events'][number]): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function drained(response: Response, clock: Clock, closed: AbortSignal): Promise<boolean> {
  return firstOf(clock, writeTimeoutMs, closed, (done) => {
    response.once('drain', done);
    return () => response.removeListener('drain', done);
  });
}

interface Signal {
  readonly notify: () => void;
  /** True when it rang, or has rung since the last time; false when it stayed quiet for a heartbeat. */
  wait(clock: Clock, closed: AbortSignal): Promise<boolean>;
}

function createSignal(): Signal {
  let isNotified = false;
  let wake = () => {};
  return {
    notify() {
      isNotified = true;
      wake();
    },
    async wait(clock, closed) {
      const came =
        isNotified ||
        (await firstOf(clock, heartbeatMs, closed, (done) => {
          wake = done;
          return () => {
            wake = () => {};
          };
        }));
      isNotified = false;
      return came;
    },
  };
}

/** True when `subscribe` calls back within `withinMs`, false when time or the reader runs out. */
function firstOf(
  clock: Clock,
  withinMs: number,
  closed: AbortSignal,
  subscribe: (done: () => void) => () => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (came: boolean) => {
      unsubscribe();
      cancel();
      closed.removeEventListener('abort', giveUp);
      resolve(came);
    };
    const giveUp = () => settle(false);
    const unsubscribe = subscribe(() => settle(true));
    const cancel = clock.at(clock.now() + withinMs, giveUp);
    closed.addEventListener('abort', giveUp, { once: true });
    if (closed.aborted) giveUp();
  });
}
