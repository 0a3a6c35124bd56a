import { Client, request } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { greetingFlow } from '../testing/flows.ts';
import { openService, type TestService } from '../testing/service.ts';
import { arrival } from '../testing/webhooks.ts';

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
    const service = await openService({ flow: greetingFlow() });
    await service.deliver(arrival());
    const connection = new Client(service.url);
    onTestFinished(() => connection.destroy());
    const view = await connection.request({ method: 'HEAD', path: '/api/calls/v3%3Acaller/stream' });
    await view.body.dump();
    const next = await connection.request({ method: 'GET', path: '/healthz', headersTimeout: 5000 });
    expect([view.statusCode, next.statusCode]).toEqual([200, 200]);
    await next.body.dump();
  });

  it('that is none is 404, whatever the method', async () => {
    const service = await openService();
    for (const method of methods) expect((await send(service, method, '/api/nothing')).status).toBe(404);
  });
});
