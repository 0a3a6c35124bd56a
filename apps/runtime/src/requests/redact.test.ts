import { describe, expect, it } from 'vitest';
import { createRedactor } from './redact.ts';

const secret = 'sk_live_Tr0ub4dor&3';
const redactor = createRedactor(
  { auth: undefined },
  new Map([
    ['key', secret],
    ['pin', '4711'],
    ['code', '00471199'],
  ]),
  'seal-1',
);
const bytes = Buffer.from(secret);
const percent = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
const codes = (write: (code: number) => string) => [...bytes].map(write).join('');

describe('a secret in an answer', () => {
  it.each([
    ['hex', bytes.toString('hex')],
    ['hex in capitals', bytes.toString('hex').toUpperCase()],
    ['hex with colons', codes((code) => `${code.toString(16)}:`)],
    ['hex as programs write it', codes((code) => `\\x${code.toString(16)}`)],
    ['hex of single bytes', codes((code) => `0x${code.toString(16)}, `)],
    ['an address', encodeURIComponent(secret)],
    ['an address in an address', encodeURIComponent(encodeURIComponent(secret))],
    ['an address, three times', [1, 2, 3].reduce(encodeURIComponent, secret)],
    ['percent codes of every letter', percent(secret)],
    ['percent codes of percent codes', percent(percent(secret))],
    ['base64 after other bytes', Buffer.from(`u:${secret}:x`).toString('base64')],
    ['base64 after one byte', Buffer.from(`u${secret}`).toString('base64')],
    ['base64 for addresses', Buffer.from(`uv${secret}~~`).toString('base64url')],
    [
      'base64 in lines',
      Buffer.from(`ab${secret}`)
        .toString('base64')
        .replaceAll(/(.{8})/g, '$1\r\n'),
    ],
    ['base64 in an address', encodeURIComponent(Buffer.from(`a${secret}`).toString('base64'))],
    ['letter by letter', secret.split('').join(' ')],
    ['letter by letter, with dashes', secret.split('').join('-')],
    ['letter by letter, as a list', JSON.stringify(secret.split(''))],
    ['turned round', secret.split('').toReversed().join('')],
    ['JSON escapes', codes((code) => `\\u00${code.toString(16)}`)],
    ['codes of a page', codes((code) => `&#${code};`)],
    ['hexadecimal codes of a page', codes((code) => `&#x${code.toString(16)};`)],
    ['other case', secret.toUpperCase()],
  ])('is found in %s', (_how, echo) => {
    const shown = redactor.text(`You sent <${echo}>, thank you.`);
    expect(shown).toContain('[secret key]');
    expect(shown).toMatch(/^You sent .*, thank you\.$/s);
    expect(shown).not.toContain(echo.slice(4, -4));
    expect(redactor.holds(echo)).toBe(true);
  });

  it.each([
    ['letters of a list', { sent: secret.split('') }],
    ['the halves of it', { first: secret.slice(0, 9), second: secret.slice(9) }],
    ['fields, one letter each', Object.fromEntries(secret.split('').map((letter, at) => [`n${at}`, letter]))],
  ])('is found in %s', (_how, body) => {
    const shown = JSON.stringify(redactor.json(body));
    expect(shown).toContain('[secret key]');
    expect(shown).not.toContain('ub4d');
    expect(shown).not.toMatch(/"k"|"d"/);
  });

  it('is found as a number, with a sign, a fraction or as one, and without the zeros in front', () => {
    const body = { a: 4711, b: -4711, c: 4711.5, d: 47.11, e: 0.4711, f: 471199, g: [4, 7, 1, 1] };
    const pin = '[secret pin]';
    expect(redactor.json(body)).toEqual({
      a: pin,
      b: pin,
      c: pin,
      d: pin,
      e: pin,
      f: '[secret code]',
      g: [pin, pin, pin, pin],
    });
  });

  it('is not seen where it does not stand', () => {
    const body = {
      a: 47110,
      b: ['471', '12'],
      c: 'Hello, Ana: 100 % & more.',
      d: ['4', 7],
      e: '%zz \\q &#;',
    };
    expect(redactor.json(body)).toEqual(body);
  });
});

it('takes time in proportion to the size of an answer', () => {
  const sizes = [16_384, 262_144];
  const texts = ['%25', 's k_', 'a1', '\\u0041', '&#65;'];
  for (const piece of texts) {
    const [short = 0, long = 0] = sizes.map((size) => {
      const text = piece.repeat(size / piece.length);
      redactor.text(text);
      const began = performance.now();
      redactor.text(text);
      return performance.now() - began;
    });
    expect(long, piece).toBeLessThan(Math.max(short, 10) * 64);
  }
});
