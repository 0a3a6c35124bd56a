import type { Response } from 'express';
import type { Clock } from '../clock.ts';

/** What goes to the reader next, oldest first; `isLast`: nothing will follow. */
export interface Portion {
  readonly events: readonly { readonly event: string; readonly data: unknown; readonly id?: number }[];
  readonly isLast: boolean;
}

export interface Source {
  /** The next things after the last ones; asked again until it has none. */
  next(): Promise<Portion>;
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
const patienceMs = 60_000;

/**
 * Server-sent events that are fetched as the reader takes them: whoever reads slowly makes nothing pile up here, they
 * just see it later.
 */
export function createEventStreams(clock: Clock): EventStreams {
  const closing = new AbortController();

  return {
    async stream(response, source) {
      const gone = new AbortController();
      const end = () => gone.abort();
      response.on('close', end);
      closing.signal.addEventListener('abort', end);
      const bell = createBell();
      const unwatch = source.watch(bell.ring);
      try {
        begin(response);
        if (response.req.method === 'HEAD') return;
        await feed({ response, source, bell, clock, gone: AbortSignal.any([gone.signal, closing.signal]) });
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
  readonly bell: Bell;
  readonly clock: Clock;
  readonly gone: AbortSignal;
}

function begin(response: Response): void {
  response
    .status(200)
    .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .flushHeaders();
}

async function feed({ response, source, bell, clock, gone }: Feeding): Promise<void> {
  while (!gone.aborted) {
    const { events, isLast } = await source.next();
    const text = events.map(toText).join('');
    if (text !== '' && !response.write(text) && !(await drained(response, clock, gone))) {
      response.destroy();
      return;
    }
    if (isLast) return;
    if (events.length > 0) continue;
    const isQuiet = !(await bell.rung(clock, gone));
    if (isQuiet && !gone.aborted) response.write(': still here\n\n');
  }
}

function toText({ event, data, id }: Portion['events'][number]): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function drained(response: Response, clock: Clock, gone: AbortSignal): Promise<boolean> {
  return firstOf(clock, patienceMs, gone, (done) => {
    response.once('drain', done);
    return () => response.removeListener('drain', done);
  });
}

interface Bell {
  readonly ring: () => void;
  /** True when it rang, or has rung since the last time; false when it stayed quiet for a heartbeat. */
  rung(clock: Clock, gone: AbortSignal): Promise<boolean>;
}

function createBell(): Bell {
  let hasRung = false;
  let wake = () => {};
  return {
    ring() {
      hasRung = true;
      wake();
    },
    async rung(clock, gone) {
      const rang =
        hasRung ||
        (await firstOf(clock, heartbeatMs, gone, (done) => {
          wake = done;
          return () => {
            wake = () => {};
          };
        }));
      hasRung = false;
      return rang;
    },
  };
}

/** True when `subscribe` calls back within `withinMs`, false when time or the reader runs out. */
function firstOf(
  clock: Clock,
  withinMs: number,
  gone: AbortSignal,
  subscribe: (done: () => void) => () => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (came: boolean) => {
      unsubscribe();
      cancel();
      gone.removeEventListener('abort', giveUp);
      resolve(came);
    };
    const giveUp = () => settle(false);
    const unsubscribe = subscribe(() => settle(true));
    const cancel = clock.at(clock.now() + withinMs, giveUp);
    gone.addEventListener('abort', giveUp, { once: true });
    if (gone.aborted) giveUp();
  });
}
