import { describe, expect, it } from 'vitest';
import { classify, errorClasses, meansLegIsGone, toRefusal } from './errors.ts';

const envelope = (...errors: readonly object[]) => ({ errors });

describe('toRefusal', () => {
  it('reads code, title and detail of the envelope', () => {
    const body = envelope({
      code: '90034',
      title: 'Call has not been answered yet',
      detail: 'Answer it first.',
    });
    expect(toRefusal(422, body)).toEqual({
      status: 422,
      code: '90034',
      title: 'Call has not been answered yet',
      detail: 'Answer it first.',
      class: 'wrongState',
    });
  });

  it('names the parameter that the carrier points at, unless the detail does', () => {
    const source = { pointer: '/timeout_millis' };
    const error = { code: '90025', title: 'Invalid', source };
    expect(toRefusal(422, envelope(error)).detail).toBe('(/timeout_millis)');
    expect(toRefusal(422, envelope({ ...error, detail: 'Out of range.' })).detail).toBe(
      'Out of range. (/timeout_millis)',
    );
    const named = 'The timeout_millis is out of range.';
    expect(toRefusal(422, envelope({ ...error, detail: named })).detail).toBe(named);
  });

  it('lets the end of the call decide among several errors', () => {
    const body = envelope(
      { code: '10015', title: 'Bad Request' },
      { code: '90018', title: 'Call has already ended' },
    );
    expect(toRefusal(422, body)).toMatchObject({ code: '90018', class: 'callGone' });
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { errors: null },
    { errors: [] },
    { errors: ['x'] },
    { errors: [{}] },
  ])('falls back to the HTTP status when the body is %j', (body) => {
    expect(toRefusal(502, body)).toEqual({
      status: 502,
      code: 'http_502',
      title: 'Bad gateway',
      detail: '',
      class: 'transient',
    });
    expect(toRefusal(418, body)).toMatchObject({
      code: 'http_418',
      title: 'HTTP status 418',
      class: 'validation',
    });
  });

  it('reads a code that comes as a number', () => {
    expect(toRefusal(422, envelope({ code: 90018 }))).toMatchObject({ code: '90018', class: 'callGone' });
  });
});

describe('classify', () => {
  it('knows the 102 documented codes', () => {
    expect(errorClasses.size).toBe(102);
  });

  it.each([
    [429, '10011', 'capacity'],
    [422, '10011', 'validation'],
    [429, '90103', 'capacity'],
    [500, '90018', 'transient'],
    [503, '10007', 'transient'],
    [408, 'http_408', 'transient'],
    [409, '10036', 'transient'],
    [401, '10009', 'auth'],
    [401, '90018', 'auth'],
    [403, '10010', 'auth'],
    [403, '90041', 'capacity'],
    [404, '10005', 'badHandle'],
    [404, 'http_404', 'badHandle'],
    [404, '90018', 'callGone'],
    [422, '90015', 'badHandle'],
    [422, '90033', 'wrongState'],
    [400, '90040', 'media'],
    [422, '90061', 'wrongState'],
    [422, '12345', 'validation'],
  ])('lets HTTP status %d decide over code %s: %s', (status, code, expected) => {
    expect(classify(status, code)).toBe(expected);
  });
});

describe('meansLegIsGone', () => {
  it.each([
    [422, '90018', true],
    [422, '90015', true],
    [404, '90015', true],
    [404, '10005', true],
    [404, 'http_404', true],
    [422, '90034', false],
    [422, '90019', false],
    [403, '90018', false],
  ])('says of HTTP status %d with code %s: %s', (status, code, expected) => {
    expect(meansLegIsGone({ ...toRefusal(status, null), code })).toBe(expected);
  });
});
