import { EventEmitter, once } from 'node:events';
import { request } from 'undici';
import type { TestCarrier } from './service.ts';
import { openWebServer } from './web-server.ts';

/** A carrier behind a gate. */
export interface Gate {
  readonly carrier: TestCarrier;
  /** Resolves when a command stands before the closed gate. */
  reached(): Promise<void>;
  /** Lets through what waits, and all that comes. */
  open(): void;
}

/** Stands before a carrier and keeps the commands of one action waiting; the others pass. */
export async function openGate(carrier: TestCarrier, action: string): Promise<Gate> {
  const events = new EventEmitter();
  const opened = once(events, 'opened');
  let waiting = 0;
  const { url } = await openWebServer(async (response, { method, path, headers, body }) => {
    if (path.endsWith(`/actions/${action}`)) {
      waiting += 1;
      events.emit('reached');
      await opened;
    }
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const answer = await request(`${carrier.url}${path}`, {
      method: method === 'GET' ? 'GET' : 'POST',
      headers: { authorization, 'content-type': type },
      ...(method === 'GET' ? {} : { body }),
    });
    response.writeHead(answer.statusCode, { 'content-type': 'application/json' });
    response.end(await answer.body.text());
  });
  return {
    carrier: { ...carrier, url },
    async reached() {
      if (waiting === 0) await once(events, 'reached');
    },
    open: () => void events.emit('opened'),
  };
}
