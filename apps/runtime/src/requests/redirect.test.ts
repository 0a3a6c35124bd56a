import { describe, expect, it } from 'vitest';
import { openRequester, plainly } from '../testing/requester.ts';
import { openWebServer, type WebServer } from '../testing/web-server.ts';

/** Redirects `/<status>` to `target`, and answers everything else. */
function openRedirecting(target: () => string): Promise<WebServer> {
  return openWebServer((response, { path }) => {
    const status = Number(path.slice(1, 4));
    if (status >= 300) response.writeHead(status, { location: target() }).end('go on');
    else response.end('here');
  });
}

const secrets = async (name: string) => ({ token: 'hush-hush-hush' })[name] ?? null;
const token = '\uFDD0seal-4711:token\uFDD1';
const sealed = { ...plainly, secrets };

describe('a redirect', () => {
  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [303, 'PUT', 'GET'],
    [301, 'PUT', 'PUT'],
    [307, 'POST', 'POST'],
    [308, 'PATCH', 'PATCH'],
    [303, 'HEAD', 'HEAD'],
  ])('by %i makes a %s a %s', async (status, method, next) => {
    const server = await openRedirecting(() => '/next?x=1');
    const body = method === 'HEAD' ? {} : { body: { a: 1 } };
    const answer = await openRequester().send({ method, url: `${server.url}/${status}`, ...body }, plainly);
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    const keeps = next === method && method !== 'HEAD';
    expect(server.seen[1]).toMatchObject({ method: next, path: '/next?x=1', body: keeps ? '{"a":1}' : '' });
    expect(server.seen[1]?.headers['content-type']).toBe(keeps ? 'application/json' : undefined);
  });

  it.each([300, 304, 305])('by %i is not followed', async (status) => {
    const server = await openRedirecting(() => '/next');
    expect(await openRequester().send({ url: `${server.url}/${status}` }, plainly)).toMatchObject({ status });
  });

  it('without a place to go is the answer', async () => {
    const server = await openWebServer((response) => response.writeHead(302).end('lost'));
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({
      status: 302,
      body: 'lost',
    });
  });

  it('is followed five times, and not a sixth', async () => {
    const server = await openWebServer((response, { path }) => {
      const left = Number(path.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` });
      response.end();
    });
    const requester = openRequester();
    expect(await requester.send({ url: `${server.url}/5` }, plainly)).toMatchObject({ status: 200 });
    expect(await requester.send({ url: `${server.url}/6` }, plainly)).toMatchObject({ reason: 'redirects' });
  });

  it.each([
    ['another port of this machine', (port: number) => `http://127.0.0.1:${port}/`, 'blocked'],
    ['this machine by name', (port: number) => `http://localhost:${port}/`, 'blocked'],
    ['this machine in hexadecimal', (port: number) => `http://0x7f.1:${port}/`, 'blocked'],
    ['the metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/', 'blocked'],
    ['the metadata of a cloud, without a scheme', () => '//169.254.169.254/', 'blocked'],
    ['a file', () => 'file:///etc/passwd', 'bad_url'],
    ['another protocol', () => 'gopher://127.0.0.1:6379/_X', 'bad_url'],
    ['a name and a password', (port: number) => `http://a:b@127.0.0.1:${port}/`, 'bad_url'],
  ])('is not followed to %s', async (_what, target, reason) => {
    const inside = await openWebServer((response) => response.end('inside'));
    const server = await openRedirecting(() => target(inside.port));
    const requester = openRequester({ allowed: `127.0.0.1:${server.port}` });
    expect(await requester.send({ url: `${server.url}/302` }, plainly)).toMatchObject({
      kind: 'failed',
      reason,
    });
    expect(inside.seen).toEqual([]);
  });

  it('is not followed to two places', async () => {
    const server = await openWebServer((response) => {
      response.writeHead(302, ['location', '/a', 'location', '/b']).end();
    });
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ reason: 'redirects' });
  });

  it('shares the time of the request', async () => {
    const server = await openWebServer((response, { path }) => {
      if (path === '/') response.writeHead(302, { location: '/hangs' }).end();
    });
    expect(await openRequester().send({ url: server.url, timeout_millis: 100 }, plainly)).toMatchObject({
      reason: 'timeout',
    });
  });
});

describe('a redirect with secrets', () => {
  const request = (url: string) => ({
    url,
    headers: [
      { name: 'X-Api-Key', value: token },
      { name: 'Cookie', value: 'session=1' },
      { name: 'Accept', value: 'text/html' },
      { name: 'Accept-Language', value: token },
    ],
    auth: { type: 'bearer', token },
  });

  it('on the same server keeps them', async () => {
    const server = await openRedirecting(() => '/next');
    await openRequester().send(request(`${server.url}/302`), sealed);
    expect(server.seen[1]?.headers).toMatchObject({
      authorization: 'Bearer hush-hush-hush',
      'x-api-key': 'hush-hush-hush',
    });
  });

  it('to another server drops them, and everything else that says who asks', async () => {
    const other = await openWebServer((response) => response.end('there'));
    const server = await openRedirecting(() => `${other.url}/next`);
    expect(await openRequester().send(request(`${server.url}/302`), sealed)).toMatchObject({ body: 'there' });
    const { authorization, cookie, accept, ...rest } = other.seen[0]?.headers ?? {};
    expect({ authorization, cookie, accept }).toEqual({ accept: 'text/html' });
    expect(JSON.stringify(rest)).not.toContain('hush');
    expect(rest).not.toHaveProperty('x-api-key');
  });

  it('does not give them back when another server leads home again', async () => {
    const home: { url: string } = { url: '' };
    const other = await openRedirecting(() => `${home.url}/end`);
    const server = await openRedirecting(() => `${other.url}/302`);
    home.url = server.url;
    await openRequester().send(request(`${server.url}/302`), sealed);
    expect(server.seen[1]?.path).toBe('/end');
    expect(server.seen[1]?.headers.authorization).toBeUndefined();
  });

  it.each([
    ['in its body', { body: { pin: token } }, '/'],
    ['in its address', {}, '/?key=hush-hush-hush'],
    ['in its address, packed', {}, `/${Buffer.from('hush-hush-hush').toString('base64url')}`],
  ])('is not followed to another server with one %s', async (_what, more, path) => {
    const other = await openWebServer((response) => response.end());
    const server = await openRedirecting(() => `${other.url}${path}`);
    const answer = await openRequester().send(
      { method: 'POST', url: `${server.url}/307`, query: [{ name: 'key', value: token }], ...more },
      sealed,
    );
    expect(answer).toMatchObject({ kind: 'failed', reason: 'redirects' });
    expect(other.seen).toEqual([]);
  });
});
