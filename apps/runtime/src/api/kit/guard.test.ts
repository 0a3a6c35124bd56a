import { describe, expect, it } from 'vitest';
import { request } from 'undici';
import { openService } from '../../testing/service.ts';

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

describe.each(['127.0.0.1', '0.0.0.0'])('a service that listens on %s', (host) => {
  const doors = ['/api/flows', '/api/resources', '/metrics', '/readyz', '/', '/assets/main.js'];

  async function statusOf(url: string, name: string): Promise<number> {
    const response = await request(url, { headers: { host: name, accept: 'text/html' } });
    await response.body.dump();
    return response.statusCode;
  }

  it('is closed, in every door, to a name that was made to lead here', async () => {
    const { url } = await openService({ host });
    const names = [
      'evil.example',
      'localhost.evil.example:3000',
      '127.0.0.1.evil.example',
      'a@127.0.0.1',
      '',
    ];
    for (const path of doors)
      for (const name of names)
        expect([path, name, await statusOf(`${url}${path}`, name)]).toEqual([path, name, 421]);
    const answer = await ask(url, { host: 'evil.example' });
    expect(answer.body).toMatchObject({
      error: { code: 'foreign_host', message: expect.stringContaining('ALLOWED_HOSTS') },
    });
    const written = await ask(url, { host: 'evil.example', 'content-type': 'application/json' }, '{}');
    expect(written.status).toBe(421);
  });

  it('is open to every address and to the names it is given, on any port', async () => {
    const { url } = await openService({
      host,
      publicUrl: 'https://Phone.example.com',
      ownHosts: 'phone.internal, bücher.example',
    });
    for (const name of [
      'localhost',
      'localhost.:8080',
      '10.1.2.3:3000',
      '[::1]:3000',
      '[2001:db8::1]',
      'phone.example.com',
      'PHONE.internal:81',
      'xn--bcher-kva.example',
    ])
      expect([name, await statusOf(`${url}/readyz`, name)]).toEqual([name, 200]);
  });
});

it('knows its own pages behind a proxy that calls it by its address', async () => {
  const { url } = await openService({ publicUrl: 'https://phone.example.com' });
  expect((await ask(url, { origin: 'https://phone.example.com' })).status).toBe(200);
  expect((await ask(url, { origin: 'http://phone.example.com' })).status).toBe(403);
});
