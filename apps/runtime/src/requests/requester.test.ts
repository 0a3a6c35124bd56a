import { once } from 'node:events';
import { manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { closedPort } from '../testing/local-server.ts';
import { openRequester, plainly } from '../testing/requester.ts';
import { openRawServer, openWebServer } from '../testing/web-server.ts';

describe('a request', () => {
  it('goes out with its method, query, headers and body, and its answer comes back as a value', async () => {
    const server = await openWebServer((response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'X-Trace': 'abc' }).end('{"id":7}');
    });
    const answer = await openRequester().send(
      {
        method: 'POST',
        url: `${server.url}/patients?clinic=a%20b`,
        query: [
          { name: 'phone', value: '+13125550100&x=1' },
          { name: 'turn', value: 2 },
          { name: 'nobody', value: null },
        ],
        headers: [
          { name: 'X-Line', value: 'one' },
          { name: 'x-line', value: 'two' },
        ],
        body: { name: 'Ana', age: 31 },
      },
      plainly,
    );
    expect(answer).toMatchObject({
      kind: 'answered',
      status: 201,
      headers: { 'x-trace': 'abc' },
      body: { id: 7 },
      durationMs: expect.any(Number),
    });
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        path: '/patients?clinic=a%20b&phone=%2B13125550100%26x%3D1&turn=2&nobody=',
        body: '{"name":"Ana","age":31}',
        headers: {
          'x-line': 'one, two',
          'content-type': 'application/json',
          'user-agent': 'Gatherline',
          'idempotency-key': 'key-1',
          host: `127.0.0.1:${server.port}`,
        },
      },
    ]);
  });

  it.each([
    ['GET', undefined],
    ['PUT', undefined],
    ['PATCH', 'key-1'],
  ])('by %s has the idempotency key %s', async (method, key) => {
    const server = await openWebServer((response) => response.end());
    await openRequester().send({ method, url: server.url }, plainly);
    expect(server.seen[0]?.headers['idempotency-key']).toBe(key);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', { to: '+1 2', list: [1] }, 'to=%2B1+2&list=%5B1%5D'],
    ['text', 'text/plain', 'as it is', 'as it is'],
    ['a form without a value', 'application/x-www-form-urlencoded', { to: null }, 'to='],
    ['a JSON text', 'application/vnd.crm+json', '{"id": 9007199254740993}', '{"id": 9007199254740993}'],
  ])('sends %s where its content type says so', async (_what, type, body, sent) => {
    const server = await openWebServer((response) => response.end());
    const headers = [{ name: 'Content-Type', value: type }];
    await openRequester().send({ method: 'POST', url: server.url, headers, body }, plainly);
    expect(server.seen[0]).toMatchObject({ body: sent, headers: { 'content-type': type } });
  });

  it('shows who asks by bearer token or by name and password', async () => {
    const server = await openWebServer((response) => response.end());
    const requester = openRequester();
    await requester.send({ url: server.url, auth: { type: 'bearer', token: 'abc' } }, plainly);
    await requester.send(
      { url: server.url, auth: { type: 'basic', username: 'ü', password: 'b:c' } },
      plainly,
    );
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer abc',
      `Basic ${Buffer.from('ü:b:c').toString('base64')}`,
    ]);
  });

  it.each([
    ['its own host', { name: 'Host', value: 'other.internal' }, /header host/],
    ['its own length', { name: 'content-length', value: '3' }, /header content-length/],
    ['a second request', { name: 'X-A', value: 'b\r\nGET /admin HTTP/1.1' }, /line break/],
    ['a name with a line break', { name: 'X-A\r\nX-B', value: 'b' }, /name/],
    ['what headers can not hold', { name: 'X-A', value: 'łódź' }, /header x-a/],
  ])('is not sent when a header brings %s', async (_what, header, detail) => {
    const server = await openWebServer((response) => response.end());
    const answer = await openRequester().send({ url: server.url, headers: [header] }, plainly);
    expect(answer).toMatchObject({ reason: 'bad_request', detail: expect.stringMatching(detail) });
    expect(server.seen).toEqual([]);
  });

  it('is not sent when it is none', async () => {
    const answer = await openRequester().send({ url: 7, method: 'TRACE' }, plainly);
    expect(answer).toMatchObject({
      kind: 'failed',
      reason: 'bad_request',
      detail: expect.stringMatching(/method, url/),
    });
  });
});

describe('a server that does not behave', () => {
  it.each([
    ['says nothing', ''],
    ['stops in the headers', 'HTTP/1.1 200 OK\r\nX-'],
    ['stops in the body', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'],
    ['only ever promises', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(50)],
  ])('and %s is a timeout', async (_what, words) => {
    const port = await openRawServer((socket) => socket.write(words));
    const answer = await openRequester().send(
      { url: `http://127.0.0.1:${port}`, timeout_millis: 100 },
      plainly,
    );
    expect(answer).toEqual({
      kind: 'failed',
      reason: 'timeout',
      detail: 'There was no whole answer within 100 ms.',
    });
  });

  it('is given up by the clock of the service', async () => {
    const clock = manualClock(0);
    const asked = Promise.withResolvers<void>();
    const port = await openRawServer(() => asked.resolve());
    const answer = openRequester({ clock }).send(
      { url: `http://127.0.0.1:${port}`, timeout_millis: 30_000 },
      plainly,
    );
    await asked.promise;
    await clock.reach(30_000);
    expect(await answer).toMatchObject({ reason: 'timeout' });
    expect(clock.nextAtMs()).toBeNull();
  });

  it.each([
    ['hangs up', (end: () => void) => end()],
    [
      'speaks another language',
      (end: () => void, say: (words: string) => void) => say('220 mail.example ESMTP\r\n'),
    ],
    [
      'answers with two lengths',
      (_end: () => void, say: (words: string) => void) =>
        say('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'),
    ],
  ])('and %s has failed', async (_what, behave) => {
    const port = await openRawServer((socket) =>
      behave(
        () => socket.end(),
        (words) => socket.write(words),
      ),
    );
    expect(await openRequester().send({ url: `http://127.0.0.1:${port}` }, plainly)).toMatchObject({
      kind: 'failed',
      reason: 'transport',
    });
  });

  it('and is not there has refused', async () => {
    const answer = await openRequester().send({ url: `http://127.0.0.1:${await closedPort()}` }, plainly);
    expect(answer).toMatchObject({ kind: 'failed', reason: 'refused' });
  });

  it('and has no certificate has failed', async () => {
    const { port } = await openWebServer((response) => response.end());
    expect(await openRequester().send({ url: `https://127.0.0.1:${port}` }, plainly)).toMatchObject({
      kind: 'failed',
      reason: 'transport',
    });
  });

  it('and whose name is not found in time is a timeout', async () => {
    const requester = openRequester({ resolve: () => new Promise(() => {}) });
    const answer = await requester.send({ url: 'https://slow.example', timeout_millis: 100 }, plainly);
    expect(answer).toMatchObject({ reason: 'timeout' });
  });
});

describe('a name that leads elsewhere the second time', () => {
  it('is dialled where it was looked at, and looked up once', async () => {
    const inside = await openWebServer((response) => response.end('inside'));
    const answers = [['127.0.0.1'], ['127.0.0.1']];
    const asked: string[] = [];
    const requester = openRequester({
      allowed: 'opened.example',
      resolve: async (host) => {
        asked.push(host);
        return answers.shift() ?? [];
      },
    });
    const url = (host: string) => `http://${host}:${inside.port}/`;
    expect(await requester.send({ url: url('opened.example') }, plainly)).toMatchObject({ body: 'inside' });
    expect(inside.seen[0]?.headers.host).toBe(`opened.example:${inside.port}`);
    expect(await requester.send({ url: url('rebound.example') }, plainly)).toMatchObject({
      reason: 'blocked',
    });
    expect(asked).toEqual(['opened.example', 'rebound.example']);
    expect(inside.seen).toHaveLength(1);
  });

  it('is looked at again with every request, however short ago the last one was', async () => {
    const inside = await openWebServer((response) => response.end('inside'));
    let turn = 0;
    const requester = openRequester({
      allowed: '127.0.0.1:1',
      resolve: async () => {
        turn += 1;
        return [turn === 1 ? '93.184.215.14' : '127.0.0.1'];
      },
      // The first answer is of the web; nobody has to be there.
      ownAddresses: () => (turn === 1 ? ['93.184.215.14'] : []),
    });
    const url = `http://rebound.example:${inside.port}/`;
    expect(await requester.send({ url }, plainly)).toMatchObject({ reason: 'blocked' });
    expect(await requester.send({ url }, plainly)).toMatchObject({ reason: 'blocked' });
    expect(turn).toBe(2);
    expect(inside.seen).toEqual([]);
  });
});

describe('a request that is given up', () => {
  it('says so, whether it had begun or not', async () => {
    const giving = new AbortController();
    const port = await openRawServer(() => giving.abort());
    const requester = openRequester();
    const send = () =>
      requester.send({ url: `http://127.0.0.1:${port}` }, { ...plainly, signal: giving.signal });
    expect(await send()).toMatchObject({ kind: 'failed', reason: 'aborted' });
    expect(await send()).toMatchObject({ kind: 'failed', reason: 'aborted' });
  });

  it('hangs up, and so does whoever closes', async () => {
    const hungUp: Promise<unknown>[] = [];
    let connected = () => {};
    const isConnected = new Promise<void>((resolve) => {
      connected = resolve;
    });
    const port = await openRawServer((socket) => {
      hungUp.push(once(socket.resume(), 'close'));
      connected();
    });
    const requester = openRequester();
    const answer = requester.send({ url: `http://127.0.0.1:${port}` }, plainly);
    await isConnected;
    await requester.close();
    expect(await answer).toMatchObject({ reason: 'aborted' });
    await Promise.all(hungUp);
  });
});
