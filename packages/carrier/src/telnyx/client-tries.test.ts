import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { bodyOf, command, connect, failure, ok, serve } from '../testing/connected-carrier.ts';
import { answerJson, type startLoopback } from '../testing/loopback.ts';
import { createPassingTime } from '../testing/passing-time.ts';

describe('a command that is tried again', () => {
  it('carries the same command_id and body after each 5xx', async () => {
    const server = await serve((response, index) =>
      index < 2 ? answerJson(response, 500, failure('10007')) : answerJson(response, 200, ok),
    );
    expect(await connect(server.origin).send(command())).toMatchObject({ kind: 'accepted' });
    expect(server.requests.map(bodyOf)).toEqual(
      Array.from({ length: 3 }, () => ({ ...command().body, command_id: command().commandId })),
    );
  });

  it.each([
    [408, '10008'],
    [409, '10036'],
    [422, '10037'],
    [500, '90034'],
  ])('is accepted in the end after HTTP status %d with code %s, which passes', async (status, code) => {
    const server = await serve((response, index) =>
      index === 0 ? answerJson(response, status, failure(code)) : answerJson(response, 200, ok),
    );
    expect(await connect(server.origin).send(command())).toMatchObject({ kind: 'accepted' });
    expect(new Set(server.requests.map((request) => bodyOf(request).command_id)).size).toBe(1);
  });

  it.each<[string, Record<string, string>, number]>([
    ['x-ratelimit-reset', { 'x-ratelimit-reset': '2' }, 2_000],
    ['retry-after', { 'retry-after': '3' }, 3_000],
    ['retry-after before x-ratelimit-reset', { 'retry-after': '1.5', 'x-ratelimit-reset': '9' }, 1_500],
    ['ten seconds when it is asked for an hour', { 'retry-after': '3600' }, 10_000],
    ['its own time when the header is a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 125],
  ])('waits after a 429 for %s', async (_name, headers, waitMs) => {
    const time = createPassingTime();
    const server = await serve((response, index) =>
      index === 0 ? answerJson(response, 429, failure('10011'), headers) : answerJson(response, 200, ok),
    );
    expect(await connect(server.origin, time.patience).send(command())).toMatchObject({ kind: 'accepted' });
    expect(time.waits).toEqual([waitMs]);
  });

  it.each<[string, Parameters<typeof startLoopback>[0]]>([
    ['before the answer', (response) => response.socket?.destroy()],
    [
      'in the middle of the body',
      (response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"data":', () => response.socket?.resetAndDestroy());
      },
    ],
    ['by an answer that is not HTTP', (response) => response.socket?.end('hello\r\n\r\n')],
    [
      'by an HTML page with status 502',
      (response) => response.writeHead(502).end('<html>Bad gateway</html>'),
    ],
    ['by an HTML page with status 200', (response) => response.writeHead(200).end('<html>Log in</html>')],
    ['by an empty answer', (response) => response.writeHead(200).end()],
  ])('is accepted in the end when the first try was broken off %s', async (_name, breakOff) => {
    const server = await serve((response, index, request) =>
      index === 0 ? breakOff(response, index, request) : answerJson(response, 200, ok),
    );
    expect(await connect(server.origin).send(command())).toEqual({
      kind: 'accepted',
      response: { result: 'ok' },
    });
    expect(new Set(server.requests.map((request) => bodyOf(request).command_id)).size).toBe(1);
  });
});

describe('a command that cannot be confirmed', () => {
  it('is unavailable once the budget is used up, with the last refusal', async () => {
    const time = createPassingTime();
    const server = await serve((response) =>
      answerJson(response, 503, failure('10037', 'Service unavailable')),
    );
    expect(await connect(server.origin, time.patience).send(command())).toEqual({
      kind: 'unavailable',
      refusal: { status: 503, code: '10037', title: 'Service unavailable', detail: '', class: 'transient' },
    });
    expect(server.requests.length).toBeGreaterThan(10);
    expect(time.patience.now()).toBeLessThan(45_000);
  });

  it('times out a carrier that is silent and one that stalls in its answer', async () => {
    const server = await serve((response, index) => {
      if (index > 0) response.writeHead(200, { 'content-type': 'application/json' }).write('{"data"');
    });
    const carrier = connect(server.origin, { timeoutMs: 30, budgetMs: 300 });
    expect(await carrier.send(command())).toMatchObject({
      kind: 'unavailable',
      refusal: { status: null, code: 'timeout', class: 'transient' },
    });
    expect(server.requests).toHaveLength(2);
  });

  it('times out a carrier that goes on talking without coming to an end', async () => {
    const server = await serve((response) => {
      const drip = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drip));
    });
    const carrier = connect(server.origin, { timeoutMs: 60, budgetMs: 100 });
    expect(await carrier.send(command())).toMatchObject({
      kind: 'unavailable',
      refusal: { code: 'timeout' },
    });
  });

  it('gives up an answer that is too large', async () => {
    const server = await serve((response) => response.end('x'.repeat(1_100_000)));
    expect(await connect(server.origin).send(command())).toMatchObject({
      kind: 'unavailable',
      refusal: { code: 'response_too_large' },
    });
  });

  it('says that a carrier which is not there could not be reached', async () => {
    const vacant = createServer();
    await new Promise<void>((resolve) => vacant.listen(0, '127.0.0.1', resolve));
    const address = vacant.address();
    const port = typeof address === 'object' ? address?.port : null;
    await new Promise((resolve) => vacant.close(resolve));
    expect(await connect(`http://127.0.0.1:${port}`).send(command())).toMatchObject({
      kind: 'unavailable',
      refusal: { status: null, code: 'transport_error', detail: 'ECONNREFUSED' },
    });
  });

  it('is given up before, during and between tries when the signal aborts', async () => {
    const controller = new AbortController();
    const server = await serve((response, index) => {
      if (index === 0) controller.abort();
      else answerJson(response, 500, {});
    });
    const aborted = { kind: 'unavailable', refusal: { code: 'aborted', status: null } };
    const carrier = connect(server.origin);
    expect(await carrier.send(command(), controller.signal)).toMatchObject(aborted);
    expect(await carrier.send(command(), controller.signal)).toMatchObject(aborted);
    expect(server.requests).toHaveLength(1);

    const between = new AbortController();
    const sleepy = connect(server.origin, {
      sleep: (_ms, signal) => {
        between.abort();
        return Promise.reject(signal.reason);
      },
    });
    expect(await sleepy.send(command(), between.signal)).toMatchObject(aborted);
    expect(server.requests).toHaveLength(2);
  });

  it('ends its wait when the carrier is closed, and is not sent afterwards', async () => {
    const server = await serve((response) => answerJson(response, 500, {}));
    const carrier = connect(server.origin, {
      sleep: (_ms, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          void carrier.close();
        }),
    });
    const closed = { kind: 'unavailable', refusal: { code: 'closed' } };
    expect(await carrier.send(command())).toMatchObject(closed);
    expect(await carrier.send(command())).toMatchObject(closed);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a command whose repeat would do the thing twice', () => {
  const message = command({
    action: 'send_message',
    callControlId: null,
    body: { to: '+13125550100', text: 'Hi' },
  });

  it('is sent to its own address, without a command_id', async () => {
    const server = await serve((response) => answerJson(response, 200, { data: { id: 'm1' } }));
    expect(await connect(`${server.origin}/v2`).send(message)).toEqual({
      kind: 'accepted',
      response: { id: 'm1' },
    });
    expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/v2/messages' });
    expect(bodyOf(server.requests[0])).toEqual(message.body);
  });

  it('is tried once when the carrier may have taken it', async () => {
    const server = await serve((response, index) =>
      index === 0 ? answerJson(response, 500, {}) : response.socket?.destroy(),
    );
    const carrier = connect(server.origin);
    expect(await carrier.send(message)).toMatchObject({ kind: 'unavailable', refusal: { status: 500 } });
    expect(await carrier.send(message)).toMatchObject({
      kind: 'unavailable',
      refusal: { code: 'transport_error' },
    });
    expect(server.requests).toHaveLength(2);
  });

  it('is tried again when the carrier was too busy to take it', async () => {
    const server = await serve((response, index) =>
      index === 0 ? answerJson(response, 429, failure('10011')) : answerJson(response, 200, ok),
    );
    expect(await connect(server.origin).send(message)).toMatchObject({ kind: 'accepted' });
  });
});
