import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from './http-server.ts';
import { openService } from './testing/service.ts';

/** A connection on which a test says byte by byte what it wants. */
async function open(url: string): Promise<{ socket: Socket; text: () => string; closed: Promise<unknown> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  return { socket, text: () => text, closed };
}

const post = 'POST /webhooks/telnyx HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const signature = `Telnyx-Signature-Ed25519: ${Buffer.alloc(64, 1).toString('base64')}\r\n`;
const proof = `${signature}Telnyx-Timestamp: ${Math.floor(Date.now() / 1000)}\r\n`;

describe('a sender of a webhook', () => {
  it.each([
    ['without a signature', '', 401],
    ['with a malformed one', 'Telnyx-Signature-Ed25519: no\r\nTelnyx-Timestamp: 1\r\n', 401],
  ])('%s is refused before its body is there', async (_case, headers, status) => {
    const { url } = await openService();
    const { socket, text, closed } = await open(url);
    socket.write(`${post}${headers}Content-Length: 1000000\r\n\r\n{`);
    await closed;
    expect(text()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('that announces more than a webhook may have is refused before any of it is there', async () => {
    const { url } = await openService();
    const { socket, text, closed } = await open(url);
    socket.write(`${post}${proof}Content-Length: 1048577\r\n\r\n`);
    await closed;
    expect(text()).toMatch(/^HTTP\/1.1 413 /);
  });

  it('that sends on without end is cut off at what a webhook may have', async () => {
    const { url } = await openService();
    const { socket, text, closed } = await open(url);
    socket.write(`${post}${proof}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    for (let index = 0; index < 17; index += 1) socket.write(chunk);
    await closed;
    expect(text()).toMatch(/^HTTP\/1.1 413 /);
  });

  it('that sends its body slowly is let go within seconds', { timeout: 15_000 }, async () => {
    const { url } = await openService();
    const { socket, text, closed } = await open(url);
    socket.write(`${post}${proof}Content-Length: 1000\r\n\r\n{`);
    await closed;
    expect(text()).toMatch(/^HTTP\/1.1 408 /);
  });

  it('finds no room for large bodies while many are on their way, and small ones still do', async () => {
    const service = await openService();
    for (let index = 0; index < 16; index += 1) {
      const { socket } = await open(service.url);
      socket.write(`${post}${proof}Content-Length: 1048576\r\n\r\n${'x'.repeat(1_048_575)}`);
    }
    await expect
      .poll(async () => {
        const { socket, text, closed } = await open(service.url);
        socket.write(`${post}${proof}Content-Length: 1048576\r\n\r\n${'x'.repeat(1_048_575)}`);
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))]);
        return text().split('\r\n')[0];
      })
      .toBe('HTTP/1.1 503 Service Unavailable');
    expect((await service.deliver('{}')).status).toBe(400);
  });
});

describe('the connections of the service', () => {
  it('are so many at most: one more takes the place of the one that has been idle for longest', async () => {
    const http = createHttpServer({ most: 3 });
    http.on('request', (request, response) => {
      if (request.url !== '/held') response.end();
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    onTestFinished(() => {
      http.closeAllConnections();
      http.close();
    });
    const address = http.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const held = await open(url);
    held.socket.write('GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(http, 'request');
    const first = await open(url);
    const second = await open(url);
    await open(url);
    await first.closed;
    second.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(second.text).toContain('200 OK');
    expect(held.socket.closed).toBe(false);
  });
});
