import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { closedPort } from '../testing/local-server.ts';
import { openRequester, plainly } from '../testing/requester.ts';
import { openRawServer, openWebServer } from '../testing/web-server.ts';

/** Answers with these statuses, one after the other, and with 200 from then on. */
function openFickle(statuses: readonly number[], headers: Readonly<Record<string, string>> = {}) {
  const left = [...statuses];
  return openWebServer((response: ServerResponse) => response.writeHead(left.shift() ?? 200, headers).end());
}

describe('a request that is tried again', () => {
  it.each([429, 502, 503, 504])('gets past a %i', async (status) => {
    const server = await openFickle([status, status]);
    const requester = openRequester();
    expect(await requester.send({ url: server.url, retries: 2 }, plainly)).toMatchObject({ status: 200 });
    expect(requester.pauses).toEqual([200, 400]);
  });

  it('is tried as often as it says, and the last answer counts', async () => {
    const server = await openFickle([503, 503, 503]);
    expect(await openRequester().send({ url: server.url, retries: 1 }, plainly)).toMatchObject({
      status: 503,
    });
    expect(server.seen).toHaveLength(2);
  });

  it('is not tried again unless it says so', async () => {
    const server = await openFickle([503]);
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ status: 503 });
  });

  it.each([400, 401, 404, 409, 500, 501])('takes a %i for an answer', async (status) => {
    const server = await openFickle([status]);
    expect(await openRequester().send({ url: server.url, retries: 3 }, plainly)).toMatchObject({ status });
    expect(server.seen).toHaveLength(1);
  });

  it('waits as long as the server asks, when there is time for that', async () => {
    const server = await openFickle([429, 429], { 'retry-after': '2' });
    const requester = openRequester();
    const answer = await requester.send({ url: server.url, retries: 3, timeout_millis: 30_000 }, plainly);
    expect(answer).toMatchObject({ status: 200 });
    expect(requester.pauses).toEqual([2000, 2000]);
  });

  it('does not wait for what would come too late', async () => {
    const server = await openFickle([429], { 'retry-after': '3600' });
    const requester = openRequester();
    expect(await requester.send({ url: server.url, retries: 3 }, plainly)).toMatchObject({ status: 429 });
    expect(requester.pauses).toEqual([]);
  });

  it('gets past a connection that broke', async () => {
    let turns = 0;
    const port = await openRawServer((socket) => {
      turns += 1;
      socket.end(turns === 1 ? 'HTTP/1.1 20' : 'HTTP/1.1 204 No Content\r\n\r\n');
    });
    const answer = await openRequester().send(
      { method: 'DELETE', url: `http://127.0.0.1:${port}`, retries: 1 },
      plainly,
    );
    expect(answer).toMatchObject({ status: 204 });
  });

  it('is not tried again where it may not go, nor when its time is over', async () => {
    const requester = openRequester();
    const blocked = await requester.send({ url: 'http://10.0.0.1/', retries: 3 }, plainly);
    expect(blocked).toMatchObject({ reason: 'blocked' });
    const port = await openRawServer(() => {});
    const late = await requester.send(
      { url: `http://127.0.0.1:${port}`, retries: 3, timeout_millis: 100 },
      plainly,
    );
    expect(late).toMatchObject({ reason: 'timeout' });
    expect(requester.pauses).toEqual([]);
  });

  it('ends its pauses when it is given up', async () => {
    const giving = new AbortController();
    const server = await openFickle([503, 503]);
    const sleep = async () => {
      giving.abort();
      throw new Error('woken');
    };
    const answer = await openRequester({ sleep }).send(
      { url: server.url, retries: 3 },
      { ...plainly, signal: giving.signal },
    );
    expect(answer).toMatchObject({ kind: 'failed', reason: 'aborted' });
    expect(server.seen).toHaveLength(1);
  });
});

describe.each(['POST', 'PATCH'])('a %s', (method) => {
  it.each([429, 503])('is tried again after a %i, under the same key', async (status) => {
    const server = await openFickle([status]);
    const answer = await openRequester().send({ method, url: server.url, retries: 1 }, plainly);
    expect(answer).toMatchObject({ status: 200 });
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1']);
  });

  it.each([502, 504])('is not done twice after a %i', async (status) => {
    const server = await openFickle([status]);
    expect(await openRequester().send({ method, url: server.url, retries: 3 }, plainly)).toMatchObject({
      status,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('is not done twice when the connection broke after it was sent', async () => {
    let turns = 0;
    const port = await openRawServer((socket) => {
      turns += 1;
      socket.once('data', () => socket.destroy());
    });
    const answer = await openRequester().send(
      { method, url: `http://127.0.0.1:${port}`, retries: 3 },
      plainly,
    );
    expect(answer).toMatchObject({ reason: 'transport' });
    expect(turns).toBe(1);
  });

  it('is tried again when nothing had been sent', async () => {
    const requester = openRequester();
    const url = `http://127.0.0.1:${await closedPort()}`;
    expect(await requester.send({ method, url, retries: 2 }, plainly)).toMatchObject({ reason: 'refused' });
    expect(requester.pauses).toHaveLength(2);
  });

  it('is not tried again when the server that a redirect names is not there', async () => {
    const nobody = `http://127.0.0.1:${await closedPort()}/`;
    const server = await openWebServer((response) => response.writeHead(307, { location: nobody }).end());
    const answer = await openRequester().send({ method, url: server.url, retries: 3 }, plainly);
    expect(answer).toMatchObject({ reason: 'refused' });
    expect(server.seen).toHaveLength(1);
  });
});
