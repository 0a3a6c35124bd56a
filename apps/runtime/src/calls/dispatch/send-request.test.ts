import { describe, expect, it } from 'vitest';
import type { PendingCommand } from '../../store/ports/call-store.ts';
import { command, nowMs } from '../../store/contract/fixtures.ts';
import { openRequester } from '../../testing/requester.ts';
import { openWebServer } from '../../testing/web-server.ts';
import { sendRequest } from './send-request.ts';

const resources = { secret: async () => null };

async function send(method: string | undefined, mayHaveBeenSent: boolean) {
  const server = await openWebServer((response) => response.writeHead(200).end('done'));
  const body = { url: server.url, ...(method === undefined ? {} : { method }) };
  const pending: PendingCommand = {
    seq: 1,
    command: { ...command('c1', 0), via: 'http', action: 'http_request', body },
    carrier: 'telnyx',
    isTest: false,
    createdMs: nowMs,
  };
  const { signal } = new AbortController();
  const sent = await sendRequest(
    { pending, mayHaveBeenSent },
    { requester: openRequester(), resources, signal },
  );
  return { sent, seen: server.seen };
}

describe('a request that a former process may have sent', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', undefined])('is sent again by %s', async (method) => {
    const { sent, seen } = await send(method, true);
    expect(sent).toMatchObject({ answer: { type: 'http.answered', payload: { status: 200 } } });
    expect(seen).toHaveLength(1);
  });

  it.each(['POST', 'PATCH'])('is not sent again by %s, for the server might do it twice', async (method) => {
    const { sent, seen } = await send(method, true);
    expect(sent).toMatchObject({ answer: { type: 'http.failed', payload: { reason: 'unconfirmed' } } });
    expect(seen).toEqual([]);
  });
});

it('a request that nobody has sent yet goes out by any method', async () => {
  const { sent, seen } = await send('POST', false);
  expect(sent).toMatchObject({ answer: { type: 'http.answered', payload: { status: 200 } } });
  expect(seen).toMatchObject([{ method: 'POST', headers: { 'idempotency-key': 'c1/1/0' } }]);
});
