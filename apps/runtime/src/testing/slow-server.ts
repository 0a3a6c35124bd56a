import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { openWebServer, type WebServer } from './web-server.ts';

/** A server that takes its time: each request waits until it is answered here. */
export interface SlowServer extends WebServer {
  /** Resolves when so many requests have come. */
  isAsked(times?: number): Promise<void>;
  /** Answers whoever still waits. */
  answer(body: object): void;
}

/** A slow server on a port of its own, closed after the test. */
export async function openSlowServer(): Promise<SlowServer> {
  const events = new EventEmitter();
  const waiting: ServerResponse[] = [];
  const server = await openWebServer((response) => {
    waiting.push(response);
    events.emit('asked');
  });
  return {
    ...server,
    async isAsked(times = 1) {
      while (server.seen.length < times) await once(events, 'asked');
    },
    answer(body) {
      for (const response of waiting.splice(0)) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
      }
    },
  };
}
