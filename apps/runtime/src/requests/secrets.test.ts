import { describe, expect, it } from 'vitest';
import { closedPort } from '../testing/local-server.ts';
import { openRequester, plainly } from '../testing/requester.ts';
import { openWebServer, type WebServer } from '../testing/web-server.ts';

const value = 'p/ss "w" & höl%3';
const values: Readonly<Record<string, string>> = {
  crm: value,
  user: 'clinic',
  pin: '4711',
  token: 'abcdefghij',
  twin: 'tab\tand "quote"',
  broken: 'two\r\nlines',
};
const sealed = { ...plainly, secrets: async (name: string) => values[name] ?? null };
const mark = (name: string, seal = plainly.seal) => `\uFDD0${seal}:${name}\uFDD1`;

/** Answers with what it was asked, as a body of JSON or text, and in its headers. */
function openEcho(): Promise<WebServer> {
  return openWebServer((response, seen) => {
    const isJson = seen.path.startsWith('/json');
    response.setHeader('content-type', isJson ? 'application/json' : 'text/plain');
    response.setHeader('x-authorization', seen.headers.authorization ?? '');
    response.end(JSON.stringify(seen));
  });
}

describe('a secret', () => {
  it('is filled in wherever a request may hold one, in the spelling of the place', async () => {
    const server = await openEcho();
    const answer = await openRequester().send(
      {
        method: 'POST',
        url: `${server.url}/a/${mark('crm')}/b?first=${mark('crm')}`,
        query: [{ name: 'second', value: mark('crm') }],
        headers: [{ name: 'X-Api-Key', value: `key=${mark('token')};` }],
        auth: { type: 'basic', username: mark('user'), password: mark('crm') },
        body: { deep: [{ password: `<${mark('crm')}>` }], twin: mark('twin'), plain: 1 },
      },
      sealed,
    );
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    const encoded = encodeURIComponent(value);
    expect(server.seen[0]).toMatchObject({
      path: `/a/${encoded}/b?first=${encoded}&${new URLSearchParams({ second: value }).toString()}`,
      body: JSON.stringify({ deep: [{ password: `<${value}>` }], twin: values.twin, plain: 1 }),
      headers: {
        'x-api-key': 'key=abcdefghij;',
        authorization: `Basic ${Buffer.from(`clinic:${value}`).toString('base64')}`,
      },
    });
  });

  it.each([
    ['application/json', '{"key":"', JSON.stringify(value).slice(1, -1), '"}'],
    ['application/x-www-form-urlencoded', 'key=', encodeURIComponent(value), '&a=1'],
    ['text/plain', 'key ', value, '.'],
  ])('is filled into a text under the type %s as that writes it', async (type, before, written, after) => {
    const server = await openEcho();
    const headers = [{ name: 'Content-Type', value: type }];
    const body = `${before}${mark('crm')}${after}`;
    await openRequester().send({ method: 'POST', url: server.url, headers, body }, sealed);
    expect(server.seen[0]?.body).toBe(`${before}${written}${after}`);
  });

  it('may be a whole address, of which nothing shows', async () => {
    const server = await openEcho();
    const requester = openRequester();
    const hook = `${server.url}/services/T0/B0/xyz?k=1`;
    const secrets = async () => hook;
    const answer = await requester.send(
      { method: 'POST', url: mark('hook'), body: {} },
      { ...sealed, secrets },
    );
    expect(server.seen[0]?.path).toBe('/services/T0/B0/xyz?k=1');
    expect(JSON.stringify(answer)).not.toContain('xyz');
    expect(requester.logged.join()).not.toMatch(/xyz|127\.0\.0\.1/);
  });

  it('is taken out of what the server echoes, in every usual spelling', async () => {
    const requester = openRequester();
    for (const path of ['json', 'text']) {
      const server = await openEcho();
      const answer = await requester.send(
        {
          method: 'PUT',
          url: `${server.url}/${path}/${mark('crm')}`,
          query: [{ name: mark('token'), value: mark('crm') }],
          auth: { type: 'basic', username: mark('user'), password: mark('crm') },
          body: { [mark('token')]: mark('crm'), base64: mark('twin') },
        },
        sealed,
      );
      const shown = JSON.stringify(answer);
      expect(shown).toContain('[secret crm]');
      expect(shown).toContain('[secret twin]');
      for (const spelling of spellingsOf(value)) expect(shown).not.toContain(spelling);
      expect(shown).not.toContain('abcdefghij');
      expect(shown).not.toContain(Buffer.from(`clinic:${value}`).toString('base64').slice(0, 16));
    }
  });

  it('is taken out of an answer that has it without the blanks around it', async () => {
    const server = await openEcho();
    const auth = { type: 'bearer', token: mark('token') };
    const answer = await openRequester().send(
      { url: server.url, auth },
      { ...sealed, secrets: async () => ' pasted\n' },
    );
    expect(server.seen[0]?.headers.authorization).toBe('Bearer pasted');
    expect(JSON.stringify(answer)).not.toContain('pasted');
  });

  it('is taken out of an answer as a number, as the name of a field, and in base64', async () => {
    const server = await openWebServer((response) => {
      const token = Buffer.from('abcdefghij').toString('base64');
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ pin: 4711, ABCDEFGHIJ: [token], other: 47110 }));
    });
    const headers = [{ name: 'X-A', value: mark('token') + mark('pin') }];
    expect(await openRequester().send({ url: server.url, headers }, sealed)).toMatchObject({
      body: {
        pin: '[secret pin]',
        '[secret token]': [expect.stringMatching(/^\[secret token]=*$/)],
        other: 47110,
      },
    });
  });

  it.each([
    ['a page', 'text/html', '<p>You sent p/ss &quot;w&quot; &amp; höl%3.</p>'],
    ['JSON of Python', 'text/plain', String.raw`{"you sent": "p/ss \"w\" & h\u00f6l%3"}`],
    ['JSON of PHP', 'text/plain', String.raw`{"you sent": "p\/ss \"w\" & h\u00f6l%3"}`],
    ['JSON in JSON', 'application/json', JSON.stringify({ raw: JSON.stringify({ sent: value }) })],
  ])('is taken out of %s', async (_what, type, echo) => {
    const server = await openWebServer((response) => response.setHeader('content-type', type).end(echo));
    const headers = [{ name: 'X-Key', value: mark('crm') }];
    const answer = await openRequester().send({ url: server.url, headers }, sealed);
    expect(JSON.stringify(answer)).toContain('[secret crm]');
    expect(JSON.stringify(answer)).not.toContain('p/ss');
  });

  it('that is not set stops the request, and is named', async () => {
    const server = await openEcho();
    const answer = await openRequester().send({ url: `${server.url}/${mark('nobody')}` }, sealed);
    expect(answer).toEqual({
      kind: 'failed',
      reason: 'secret_missing',
      detail: 'The secret nobody is not set.',
    });
    expect(server.seen).toEqual([]);
  });

  it('that can not be read stops the request, and what was said of it stays unsaid', async () => {
    const requester = openRequester();
    const secrets = () => Promise.reject(new Error('hush'));
    const answer = await requester.send({ url: `https://a.example/${mark('crm')}` }, { ...sealed, secrets });
    expect(answer).toMatchObject({ kind: 'failed', reason: 'transport' });
    expect(JSON.stringify([answer, requester.logged])).not.toContain('hush');
    expect(requester.logged.join()).toContain('secrets.test.ts');
  });

  it('is not part of the name of a host', async () => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return ['127.0.0.1'];
    };
    for (const host of [
      mark('token'),
      `${mark('token')}.a.example`,
      `a.example:${mark('pin')}`,
      `a.example.${mark('pin')}`,
    ]) {
      const answer = await openRequester({ resolve }).send({ url: `http://x${host}/` }, sealed);
      expect(answer).toMatchObject({ reason: 'bad_url' });
    }
    const asUser = await openRequester({ resolve }).send(
      { url: `http://u:${mark('pin')}@a.example/` },
      sealed,
    );
    expect(asUser).toMatchObject({ reason: 'bad_url' });
    expect(asked).toEqual([]);
  });

  it('that a header can not hold stops the request without a word of it', async () => {
    const requester = openRequester();
    const headers = [{ name: 'X-Key', value: mark('broken') }];
    const answer = await requester.send({ url: 'https://a.example/', headers }, sealed);
    expect(answer).toMatchObject({ reason: 'bad_request', detail: expect.stringContaining('x-key') });
    expect(JSON.stringify([answer, requester.logged])).not.toMatch(/lines|FDD0|\uFDD0/i);
  });
});

describe('a mark that the engine did not make', () => {
  it.each([
    ['another seal', `\uFDD0seal-4712:crm\uFDD1`],
    ['no seal', `\uFDD0:crm\uFDD1`],
    ['no end', `\uFDD0crm`],
  ])('stays text: %s', async (_what, forged) => {
    const server = await openWebServer((response) => response.end());
    await openRequester().send({ method: 'POST', url: server.url, body: { said: forged } }, sealed);
    expect(server.seen[0]?.body).toBe(JSON.stringify({ said: forged }));
  });

  it('is filled in by nobody when there is no seal', async () => {
    const server = await openWebServer((response) => response.end());
    const body = { said: mark('crm', '') };
    await openRequester().send({ method: 'POST', url: server.url, body }, { ...sealed, seal: '' });
    expect(server.seen[0]?.body).toBe(JSON.stringify(body));
  });
});

describe('the seal', () => {
  it.each([
    ['percent-encoded', encodeURIComponent(mark('crm'))],
    ['cut', mark('crm').slice(0, -2)],
    ['without its frame', 'seal-4711:crm'],
    ['in capitals', mark('crm').toUpperCase()],
    ['inside another mark', `\uFDD0x${plainly.seal}\uFDD1`],
  ])('does not go out with a mark that is %s', async (_what, broken) => {
    const server = await openWebServer((response) => response.end());
    const requester = openRequester();
    const places = [
      { url: `${server.url}/${broken}` },
      { url: server.url, query: [{ name: 'q', value: broken }] },
      { url: server.url, method: 'POST', body: { [broken]: 1 } },
      { url: server.url, auth: { type: 'basic', username: broken, password: '' } },
    ];
    for (const request of places) {
      expect(await requester.send(request, sealed)).toMatchObject({ reason: 'bad_request' });
    }
    expect(server.seen).toEqual([]);
  });

  it('does not come in with an answer, nor does a mark', async () => {
    const server = await openWebServer((response) => {
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ next: `<${mark('crm')}>` }));
    });
    expect(await openRequester().send({ url: server.url }, sealed)).toMatchObject({
      body: { next: '<:crm>' },
    });
  });
});

describe('the log', () => {
  it('holds neither what was asked nor what was answered, nor a secret', async () => {
    const server = await openEcho();
    const requester = openRequester();
    const url = `${server.url}/caller/3125550142?key=${mark('crm')}`;
    await requester.send({ url, auth: { type: 'bearer', token: mark('token') } }, sealed);
    await requester.send({ url: `http://127.0.0.1:${await closedPort()}/${mark('token')}` }, sealed);
    expect(requester.logged).toHaveLength(2);
    expect(requester.logged.join()).toContain(`"origin":"${server.url}"`);
    const told = requester.logged.join().replaceAll(/127\.0\.0\.1:\d+/g, '');
    expect(told).not.toMatch(/3125550142|abcdefghij|p\/ss|crm|4711/);
  });
});

function spellingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(JSON.stringify(text)).slice(3, -3),
    encodeURIComponent(text),
    new URLSearchParams({ a: text }).toString().slice(2),
    bytes.toString('base64').slice(0, 16),
  ];
}
