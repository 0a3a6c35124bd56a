import { describe, expect, it } from 'vitest';
import { request } from 'undici';
import { openService } from '../../testing/service.ts';
import { isLoopback } from './guard.ts';

/** undici's own request, because fetch does not let one set these headers. */
async function ask(url: string, headers: Readonly<Record<string, string>>, body?: string) {
  const response = await request(`${url}/api/flows`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.statusCode, body: await response.body.json() };
}

describe('the API of a service on this machine', () => {
  it('is closed to pages of other sites', async () => {
    const { url } = await openService();
    const others = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of others) {
      expect(await ask(url, headers)).toMatchObject({ status: 403, body: { error: { code: 'cross_site' } } });
    }
  });

  it('is closed to a name that was made to lead here', async () => {
    const { url } = await openService();
    expect(await ask(url, { host: 'evil.example' })).toMatchObject({
      status: 403,
      body: { error: { code: 'foreign_host' } },
    });
    expect(await ask(url, { host: 'localhost.evil.example:3000' })).toMatchObject({ status: 403 });
  });

  it('is open to its own studio and to programs of this machine', async () => {
    const { url } = await openService();
    const { host } = new URL(url);
    expect((await ask(url, {})).status).toBe(200);
    expect((await ask(url, { origin: url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect(
      (await ask(url, { host: `localhost:${host.split(':')[1]}`, 'sec-fetch-site': 'none' })).status,
    ).toBe(200);
  });

  it('takes nothing but JSON, and not more than it can hold', async () => {
    const { url } = await openService();
    const form = await ask(url, { 'content-type': 'application/x-www-form-urlencoded' }, 'flow=1');
    expect(form).toMatchObject({ status: 415, body: { error: { code: 'not_json' } } });
    expect(await ask(url, { 'content-type': 'text/plain' }, '{}')).toMatchObject({ status: 415 });
    expect(await ask(url, { 'content-type': 'application/json' }, '{')).toMatchObject({ status: 400 });
    const huge = JSON.stringify({ flow: 'x'.repeat(2 * 1024 * 1024) });
    expect(await ask(url, { 'content-type': 'application/json' }, huge)).toMatchObject({ status: 413 });
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
  ['127.evil.example', false],
])('tells whether %s can be reached from this machine only', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
