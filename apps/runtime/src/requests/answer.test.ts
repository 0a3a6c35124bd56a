import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openRequester, plainly } from '../testing/requester.ts';
import { openRawServer, openWebServer } from '../testing/web-server.ts';
import { responseLimitBytes } from './read-body.ts';

const json = { 'content-type': 'application/json; charset=utf-8' };

describe('the body of an answer', () => {
  it.each([
    ['JSON', { 'content-type': 'application/problem+json' }, '{"a":[1,null]}', { a: [1, null] }],
    ['a JSON null', json, 'null', null],
    ['text that only says it is JSON', json, '{"a":', '{"a":'],
    ['JSON that says it is text', { 'content-type': 'text/plain' }, '{"a":1}', { a: 1 }],
    ['an id of 64 bits', json, '{"id":9007199254740993}', { id: '9007199254740993' }],
    ['nothing', {}, '', ''],
    ['JSON that would set a prototype', json, '{"__proto__":{"x":1},"a":1}', { a: 1 }],
    ['text of another charset', { 'content-type': 'text/plain; charset=latin1' }, Buffer.from([0xe9]), 'é'],
    ['text of no known charset', { 'content-type': 'text/plain; charset=klingon' }, 'ok', 'ok'],
  ])('is %s', async (_what, headers, sent, body) => {
    const server = await openWebServer((response) => response.writeHead(200, headers).end(sent));
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({
      kind: 'answered',
      body,
    });
  });

  it('stays text when it is nested deeper than anybody means', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const server = await openWebServer((response) => response.writeHead(200, json).end(deep));
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ body: deep });
  });

  it.each([
    ['gzip', gzipSync('{"a":1}')],
    ['x-gzip', gzipSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
    ['gzip, br', brotliCompressSync(gzipSync('{"a":1}'))],
  ])('is unpacked from %s', async (encoding, packed) => {
    const server = await openWebServer((response) => {
      response.writeHead(200, { ...json, 'content-encoding': encoding }).end(packed);
    });
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ body: { a: 1 } });
  });

  it.each([
    ['broken', 'gzip', Buffer.from('nothing of the kind')],
    ['cut off', 'gzip', gzipSync('{"a":1}').subarray(0, 12)],
    ['unknown', 'rot13', Buffer.from('x')],
    ['packed three times', 'gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('x')))],
  ])('that is %s is no answer', async (_what, encoding, packed) => {
    const server = await openWebServer((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(packed);
    });
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ reason: 'transport' });
  });

  it('may be as large as the limit, and not a byte larger', async () => {
    const server = await openWebServer((response, { path }) =>
      response.end(Buffer.alloc(Number(path.slice(1)), 'a')),
    );
    const requester = openRequester();
    const fits = await requester.send({ url: `${server.url}/${responseLimitBytes}` }, plainly);
    expect(fits).toMatchObject({ kind: 'answered', body: expect.any(String) });
    const tooLarge = await requester.send({ url: `${server.url}/${responseLimitBytes + 1}` }, plainly);
    expect(tooLarge).toMatchObject({ kind: 'failed', reason: 'too_large' });
  });

  it('is given up when it never ends', async () => {
    const port = await openRawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const pour = () => {
        while (socket.writable && socket.write(Buffer.alloc(65_536)));
      };
      socket.on('drain', pour);
      pour();
    });
    expect(await openRequester().send({ url: `http://127.0.0.1:${port}` }, plainly)).toMatchObject({
      reason: 'too_large',
    });
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(8 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(8 * 1024 * 1024))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(8 * 1024 * 1024)))],
  ])('is given up when a little %s holds very much', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(responseLimitBytes);
    const server = await openWebServer((response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    expect(await openRequester().send({ url: server.url }, plainly)).toMatchObject({ reason: 'too_large' });
  });
});

describe('the headers of an answer', () => {
  it('are few, short and without cookies', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`x-${index}`, 'a']));
    const server = await openWebServer((response) => {
      response.writeHead(200, { 'set-cookie': 'session=1', 'x-long': 'a'.repeat(600), ...many }).end();
    });
    const answer = await openRequester().send({ url: server.url }, plainly);
    const names = answer.kind === 'answered' ? Object.keys(answer.headers) : [];
    expect(names).toHaveLength(40);
    expect(names).not.toContain('set-cookie');
    expect(names).not.toContain('x-long');
  });

  it('are given up when they are too many', async () => {
    const port = await openRawServer((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${'X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(2000)}\r\n`);
    });
    const answer = await openRequester().send({ url: `http://127.0.0.1:${port}` }, plainly);
    expect(answer).toMatchObject({ kind: 'failed', reason: 'too_large' });
  });
});
