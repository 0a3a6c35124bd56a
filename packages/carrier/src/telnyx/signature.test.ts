import { once } from 'node:events';
import { request } from 'node:http';
import fc from 'fast-check';
import Telnyx from 'telnyx';
import { describe, expect, it } from 'vitest';
import { startLoopback } from '../testing/loopback.ts';
import { createSigner } from '../testing/signer.ts';
import { createSignatureCheck, headerFault, type WebhookHeaders } from './signature.ts';

const signer = createSigner();
const stranger = createSigner();
const check = createSignatureCheck(signer.publicKey);
const sdk = new Telnyx({ apiKey: 'unused', publicKey: signer.publicKey });

const body = Buffer.from('{"data":{"event_type":"call.initiated","id":"e1","payload":{"from":"+353 19 é"}}}');
const nowSecs = 1_700_000_000;
const nowMs = nowSecs * 1000 + 999;
const stamp = String(nowSecs);
const good = signer.headers(stamp, body);
const signature = signer.sign(stamp, body);

function verdictOn(headers: WebhookHeaders, rawBody: Buffer = body): string {
  const verdict = check(headers, rawBody, nowMs);
  return verdict.ok ? 'ok' : verdict.reason;
}

describe('createSignatureCheck', () => {
  it('accepts what the carrier signed and hands over the untouched body', () => {
    expect(check(good, body, nowMs)).toMatchObject({
      ok: true,
      webhook: { rawBody: body, signedAtSecs: nowSecs },
    });
  });

  it.each([
    [-300, 'ok'],
    [300, 'ok'],
    [-301, 'stale'],
    [301, 'stale'],
  ])('says of a timestamp %d s from now: %s', (offset, expected) => {
    expect(verdictOn(signer.headers(String(nowSecs + offset), body))).toBe(expected);
  });

  it('says by how much a genuine webhook is old or ahead, and of a forged one only that it is forged', () => {
    for (const ageSecs of [3600, -86_400]) {
      const headers = signer.headers(String(nowSecs - ageSecs), body);
      expect(check(headers, body, nowMs)).toEqual({ ok: false, reason: 'stale', ageSecs });
      const forged = stranger.headers(String(nowSecs - ageSecs), body);
      expect(verdictOn(forged)).toBe('wrong_signature');
    }
  });

  it('accepts one of the sixteen spellings in which base64 can write a signature', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const bytes = Buffer.from(signature, 'base64');
    const spellings = letters
      .split('')
      .map((letter) => `${signature.slice(0, 85)}${letter}==`)
      .filter((spelling) => Buffer.from(spelling, 'base64').equals(bytes));
    expect(spellings).toHaveLength(16);
    const verdicts = spellings.map((spelling) =>
      verdictOn({ ...good, 'telnyx-signature-ed25519': spelling }),
    );
    expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'malformed_header')).toHaveLength(15);
  });

  it('tells from the headers alone what need not be read', () => {
    expect(headerFault(good)).toBeNull();
    expect(headerFault({})).toBe('missing_header');
    expect(headerFault({ ...good, 'telnyx-timestamp': 'now' })).toBe('malformed_header');
    expect(headerFault({ ...good, 'telnyx-signature-ed25519': 'no' })).toBe('malformed_header');
  });

  it.each([
    'NaN',
    '-1700000000',
    '1700000000.0',
    '1.7e9',
    '0x6553f100',
    ' 1700000000',
    '1700000000\n',
    '٣',
    '9'.repeat(30),
  ])('finds the timestamp %j malformed even when it is signed', (timestamp) => {
    expect(verdictOn(signer.headers(timestamp, body))).toBe('malformed_header');
  });

  it.each([
    ['without its padding', signature.slice(0, -2)],
    ['in the URL alphabet', Buffer.from(signature, 'base64').toString('base64url')],
    ['with the URL alphabet and padding', `-_${signature.slice(2)}`],
    ['with a line break', `${signature}\n`],
    ['with a space inside', `${signature.slice(0, 40)} ${signature.slice(40)}`],
    ['of 63 bytes', Buffer.alloc(63, 1).toString('base64')],
    ['of 65 bytes', Buffer.alloc(65, 1).toString('base64')],
    ['in hexadecimal', Buffer.from(signature, 'base64').toString('hex')],
    ['sent twice', `${signature}, ${signature}`],
  ])('finds a signature %s malformed', (_name, malformed) => {
    expect(verdictOn({ ...good, 'telnyx-signature-ed25519': malformed })).toBe('malformed_header');
  });

  it.each(['telnyx-timestamp', 'telnyx-signature-ed25519'])(
    'misses %s when it is absent or empty',
    (name) => {
      expect(verdictOn({ ...good, [name]: undefined })).toBe('missing_header');
      expect(verdictOn({ ...good, [name]: '' })).toBe('missing_header');
    },
  );

  it.each(['telnyx-timestamp', 'telnyx-signature-ed25519'])(
    'finds %s malformed when it comes as a list',
    (name) => {
      expect(verdictOn({ ...good, [name]: [good[name] ?? ''] })).toBe('malformed_header');
    },
  );

  it('refuses a body that was changed, cut, or re-serialised', () => {
    for (const text of [
      `${body.toString()} `,
      body.toString().slice(0, -1),
      body.toString().replace('e1', 'e2'),
      '',
    ]) {
      expect(verdictOn(good, Buffer.from(text))).toBe('wrong_signature');
    }
  });

  it('refuses the signature of another key and of another time', () => {
    expect(verdictOn(stranger.headers(stamp, body))).toBe('wrong_signature');
    expect(verdictOn({ ...good, 'telnyx-timestamp': String(nowSecs - 1) })).toBe('wrong_signature');
  });

  it('judges bytes and not characters', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    expect(verdictOn(signer.headers(stamp, bytes), bytes)).toBe('ok');
    expect(verdictOn(signer.headers(stamp, bytes), Buffer.from([0x7b, 0xff, 0xfd, 0x7d]))).toBe(
      'wrong_signature',
    );
  });

  it('accepts an empty body that is signed as such', () => {
    expect(verdictOn(signer.headers(stamp, Buffer.alloc(0)), Buffer.alloc(0))).toBe('ok');
  });

  it('refuses everything under a clock that is not a number', () => {
    expect(check(good, body, Number.NaN)).toMatchObject({ ok: false, reason: 'stale' });
  });

  it('refuses a repeated header that arrives over HTTP', async () => {
    const reasons: string[] = [];
    const server = await startLoopback((response, _index, received) => {
      reasons.push(verdictOn(received.headers, received.body));
      response.end();
    });
    for (const timestamps of [[stamp], [stamp, stamp]]) {
      const post = request(server.origin, { method: 'POST' });
      post.setHeader('telnyx-timestamp', timestamps);
      post.setHeader('telnyx-signature-ed25519', signature);
      post.end(body);
      await once(post, 'response');
    }
    await server.close();
    expect(reasons).toEqual(['ok', 'malformed_header']);
  });
});

interface Delivery {
  readonly headers: Record<string, string>;
  readonly text: string;
}

async function doesSdkAccept({ headers, text }: Delivery): Promise<boolean> {
  try {
    await sdk.webhooks.unwrap(text, { headers });
    return true;
  } catch (error) {
    // The SDK parses only what it has verified.
    return error instanceof SyntaxError;
  }
}

/** Both verdicts on one delivery made for the present second; made anew when the second passes meanwhile. */
async function bothVerdicts(
  deliver: (nowSecs: number) => Delivery,
): Promise<{ ours: boolean; sdk: boolean }> {
  for (;;) {
    const second = Math.floor(Date.now() / 1000);
    const delivery = deliver(second);
    const verdict = await doesSdkAccept(delivery);
    const ours = check(delivery.headers, Buffer.from(delivery.text), second * 1000).ok;
    if (Math.floor(Date.now() / 1000) === second) return { ours, sdk: verdict };
  }
}

function signedFor(timestamp: string, text: string): Delivery {
  return { headers: signer.headers(timestamp, Buffer.from(text)), text };
}

describe('the verdict equals that of the official SDK', () => {
  const text = body.toString();
  it.each<[string, boolean, (secs: number) => Delivery]>([
    ['signed now', true, (secs) => signedFor(String(secs), text)],
    ['300 s old', true, (secs) => signedFor(String(secs - 300), text)],
    ['301 s old', false, (secs) => signedFor(String(secs - 301), text)],
    ['300 s ahead', true, (secs) => signedFor(String(secs + 300), text)],
    ['301 s ahead', false, (secs) => signedFor(String(secs + 301), text)],
    ['a time with leading zeros', true, (secs) => signedFor(`000${secs}`, text)],
    ['a float', false, (secs) => signedFor(`${secs}.0`, text)],
    ['NaN', false, () => signedFor('NaN', text)],
    ['a negative time', false, (secs) => signedFor(`-${secs}`, text)],
    ['an empty body', true, (secs) => signedFor(String(secs), '')],
    ['not JSON', true, (secs) => signedFor(String(secs), 'hello')],
    ['no headers', false, () => ({ headers: {}, text })],
    ['another body', false, (secs) => ({ ...signedFor(String(secs), text), text: `${text} ` })],
    ['another key', false, (secs) => ({ headers: stranger.headers(String(secs), Buffer.from(text)), text })],
  ])('on a webhook with %s: %s', async (_name, accepted, deliver) => {
    expect(await bothVerdicts(deliver)).toEqual({ ours: accepted, sdk: accepted });
  });

  it('on any body, any age and any damage to a header or the body', async () => {
    const damage = fc.record({
      part: fc.constantFrom('none', 'body', 'telnyx-timestamp', 'telnyx-signature-ed25519'),
      at: fc.nat(200),
      by: fc.constantFrom('A', 'w', '=', '-', '1', '\u00e9', ''),
    });
    const replaceAt = (value: string, at: number, by: string) => {
      const position = at % (value.length + 1);
      return value.slice(0, position) + by + value.slice(position + 1);
    };
    const ages = fc.oneof(fc.integer({ min: -302, max: 302 }), fc.constantFrom(-301, -300, 300, 301));
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        ages,
        damage,
        async (content, age, { part, at, by }) => {
          // The SDK takes any of the sixteen spellings of a signature.
          fc.pre(part !== 'telnyx-signature-ed25519' || at % 89 !== 85);
          const verdicts = await bothVerdicts((secs) => {
            const sound = signedFor(String(secs + age), content);
            if (part === 'none') return sound;
            if (part === 'body') return { ...sound, text: replaceAt(content, at, by) };
            return {
              ...sound,
              headers: { ...sound.headers, [part]: replaceAt(sound.headers[part] ?? '', at, by) },
            };
          });
          expect(verdicts.ours).toBe(verdicts.sdk);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('on a signature with any one bit turned over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(511), async (bit) => {
        const verdicts = await bothVerdicts((secs) => {
          const sound = signedFor(String(secs), text);
          const bytes = Buffer.from(signer.sign(String(secs), body), 'base64');
          bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
          return {
            ...sound,
            headers: { ...sound.headers, 'telnyx-signature-ed25519': bytes.toString('base64') },
          };
        });
        expect(verdicts).toEqual({ ours: false, sdk: false });
      }),
      { numRuns: 60 },
    );
  });
});
