import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openService } from '../../testing/service.ts';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** node's own request sends a path as it is; others mend it first. */
function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
    const asked = request(url, { path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, body: text === '' ? null : JSON.parse(text) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const json = { 'content-type': 'application/json' };

describe('a request that a part of Express refuses', () => {
  it.each<[string, string, Asked, number]>([
    ['asks for an asset that is not there', '/assets/nothing.js', {}, 404],
    ['goes up from the assets', '/assets/..%2f..%2f..%2fpackage.json', {}, 403],
    ['has a zero byte in its path', '/assets/a%00.js', {}, 400],
    ['has a path that is malformed', '/api/flows/%E0%A4%A', {}, 400],
    [
      'comes in another character set',
      '/api/flows',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=klingon' }, body: '{}' },
      415,
    ],
    [
      'is compressed in an unknown way',
      '/api/flows',
      { method: 'POST', headers: { ...json, 'content-encoding': 'x-secret' }, body: '{}' },
      415,
    ],
    [
      'is not compressed as it says',
      '/api/flows',
      { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' },
      400,
    ],
  ])('is answered in words and logged as no fault when it %s', async (_case, path, asked, status) => {
    const service = await openService();
    const before = service.logged.length;
    const answer = await ask(service.url, path, asked);
    expect(answer.status).toBe(status);
    expect(errorBody.parse(answer.body).error.message).toMatch(/^[A-Z].*\.$/);
    expect(service.logged.slice(before).filter((line) => line.includes('a request failed'))).toEqual([]);
  });
});
