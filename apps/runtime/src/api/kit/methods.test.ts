import { connect } from 'node:net';
import { manualClock } from '@gatherline/emulator';
import { request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { greetingFlow } from '../../testing/flows.ts';
import { openService, type TestService } from '../../testing/service.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

async function send({ url }: TestService, method: (typeof methods)[number], path: string) {
  const response = await request(`${url}${path}`, { method });
  const text = await response.body.text();
  return { status: response.statusCode, allow: response.headers.allow, text };
}

const description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every path of the service with the methods that it takes. */
async function pathsOf(service: TestService): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { paths } = description.parse((await service.api('GET', '/api/openapi.json')).body);
  return [
    ...Object.entries(paths).map(
      ([path, taken]) => [path, Object.keys(taken).map((method) => method.toUpperCase())] as const,
    ),
    ['/api/openapi.json', ['GET']],
    ['/healthz', ['GET']],
    ['/readyz', ['GET']],
    ['/metrics', ['GET']],
    ['/webhooks/telnyx', ['POST']],
    ['/', ['GET']],
    ['/flows/greeting', ['GET']],
    ['/assets/main.js', ['GET']],
  ];
}

describe('a path of the service', () => {
  it('answers a method that it does not take with 405, and says which it takes', async () => {
    const service = await openService();
    for (const [path, taken] of await pathsOf(service)) {
      const allowed = [...taken.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])), 'OPTIONS'];
      for (const method of methods.filter((one) => !allowed.includes(one))) {
        const { status, allow, text } = await send(service, method, path);
        expect({ method, path, status, allow }).toEqual({
          method,
          path,
          status: 405,
          allow: allowed.join(', '),
        });
        expect(text).toMatch(method === 'HEAD' ? /^$/ : /"code":"method_not_allowed"/);
      }
      expect(await send(service, 'OPTIONS', path)).toEqual({
        status: 204,
        allow: allowed.join(', '),
        text: '',
      });
    }
  });

  it('answers HEAD as GET, without the body', async () => {
    const service = await openService({ flow: greetingFlow() });
    for (const path of [
      '/api/flows',
      '/api/flows/greeting',
      '/api/flows/greeting/file',
      '/healthz',
      '/metrics',
    ]) {
      expect(await send(service, 'HEAD', path)).toMatchObject({ status: 200, text: '' });
    }
    expect((await send(service, 'HEAD', '/api/flows/nobody')).status).toBe(404);
  });

  it('answers HEAD on a live view at once: the connection is free again although the call goes on', async () => {
    const service = await openService({ flow: greetingFlow(), clock: manualClock() });
    const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
    await service.settled();
    const view = `/api/calls/${encodeURIComponent(phone.callControlId)}/stream`;
    const { host, hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    const ask = (line: string) => `${line} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
    socket.write(ask(`HEAD ${view}`) + ask('GET /healthz'));
    let answered = '';
    for await (const chunk of socket) {
      answered += String(chunk);
      if (answered.includes('{"status":"up"}')) break;
    }
    expect(answered).toMatch(/^HTTP\/1\.1 200 OK[^]*text\/event-stream[^]*HTTP\/1\.1 200 OK/);
  });

  it('that is none is 404, whatever the method', async () => {
    const service = await openService();
    for (const method of methods) expect((await send(service, method, '/api/nothing')).status).toBe(404);
  });
});
