import { describe, expect, it } from 'vitest';
import { createSigner } from '../testing/signer.ts';
import { createSignatureCheck } from './signature.ts';
import { explainV1Request, type ParsedWebhook, parseWebhook } from './webhook.ts';

const signer = createSigner();
const check = createSignatureCheck(signer.publicKey);
const stamp = '1700000000';

function parse(rawBody: Buffer): ParsedWebhook {
  const verdict = check(signer.headers(stamp, rawBody), rawBody, Number(stamp) * 1000);
  if (!verdict.ok) throw new Error(`The test's own signature was refused: ${verdict.reason}.`);
  return parseWebhook(verdict.webhook);
}

const parseBody = (body: unknown) => parse(Buffer.from(JSON.stringify(body)));

const event = {
  record_type: 'event',
  event_type: 'call.gather.ended',
  id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
  occurred_at: '2018-02-02T22:25:27.521992Z',
  payload: { call_control_id: 'v3:abc', client_state: null, digits: '12', status: 'valid' },
};

describe('parseWebhook', () => {
  it('reads an event with the attempt that delivered it', () => {
    expect(parseBody({ data: event, meta: { attempt: 2, delivered_to: 'https://example.com' } })).toEqual({
      kind: 'event',
      event: { id: event.id, type: event.event_type, occurredAt: event.occurred_at, payload: event.payload },
      attempt: 2,
    });
  });

  it.each([undefined, null, {}, { attempt: '1' }, { attempt: 1.5 }, 7])(
    'takes %j as meta without an attempt',
    (meta) => {
      expect(parseBody({ data: event, meta })).toMatchObject({ kind: 'event', attempt: null });
    },
  );

  it('accepts unknown event types, unknown values and extra fields', () => {
    const payload = { status: 'client_error', speak_id: 's1', deep: { list: [1, null, { a: [] }] } };
    for (const event_type of ['call.gather.ended', 'call.ai_gather.failed', 'toString']) {
      expect(parseBody({ data: { ...event, event_type, payload, extra: 1 } })).toMatchObject({
        kind: 'event',
        event: { type: event_type, payload },
      });
    }
  });

  it.each([undefined, null, 'text', []])('takes %j as an empty payload', (payload) => {
    expect(parseBody({ data: { ...event, payload } })).toMatchObject({
      kind: 'event',
      event: { payload: {} },
    });
  });

  it('reads conference.floor.changed without its wrapper', () => {
    const bare = { ...event, event_type: 'conference.floor.changed' };
    expect(parseBody(bare)).toMatchObject({
      kind: 'event',
      event: { type: 'conference.floor.changed', id: event.id },
    });
  });

  it('takes the time from the payload, else from the signature, when the event has none', () => {
    const timed = { ...event, occurred_at: null, payload: { occurred_at: '2018-02-02T22:25:27.521Z' } };
    expect(parseBody({ data: timed })).toMatchObject({ event: { occurredAt: '2018-02-02T22:25:27.521Z' } });
    const untimed = { ...event, occurred_at: 'yesterday', payload: {} };
    expect(parseBody({ data: untimed })).toMatchObject({ event: { occurredAt: '2023-11-14T22:13:20.000Z' } });
  });

  it.each([
    ['an array', [event], 'The body is not a JSON object.'],
    ['null', null, 'The body is not a JSON object.'],
    ['an empty object', {}, 'The event has no event_type.'],
    ['an event without a type', { data: { ...event, event_type: 5 } }, 'The event has no event_type.'],
    ['an event without an id', { data: { ...event, id: null } }, 'The event has no id.'],
  ])('calls %s malformed', (_name, body, problem) => {
    expect(parseBody(body)).toEqual({ kind: 'malformed', problem });
  });

  it.each(['', 'hello', '{"data":', '\u0000'])('says that %j is not JSON', (text) => {
    expect(parse(Buffer.from(text))).toEqual({ kind: 'not_json' });
  });

  it("keeps a call whose caller's name holds a byte that is not UTF-8", () => {
    const text = JSON.stringify({ data: { ...event, payload: { caller_id_name: 'Ren?' } } });
    const rawBody = Buffer.from(text.replace('?', '\u00e9'), 'latin1');
    expect(parse(rawBody)).toMatchObject({ event: { payload: { caller_id_name: 'Ren\ufffd' } } });
  });

  it('does not go down into what nests too deep, and names it', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const rawBody = Buffer.from(
      JSON.stringify({ data: { ...event, payload: { deep: 0 } } }).replace('"deep":0', `"deep":${deep}`),
    );
    expect(parse(rawBody)).toEqual({
      kind: 'too_deep',
      problem: expect.stringContaining('data.payload.deep'),
    });
  });

  it('leaves prototypes alone', () => {
    const rawBody = Buffer.from(
      '{"data":{"id":"e1","event_type":"call.speak.ended","payload":{"__proto__":{"status":"x"},"status":1}}}',
    );
    const parsed = parse(rawBody);
    const payload = parsed.kind === 'event' ? parsed.event.payload : null;
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(payload).not.toHaveProperty('status', 1);
  });

  it('names the setting to change when the body is of API v1', () => {
    const v1 = {
      record_type: 'event',
      id: 'e1',
      event_type: 'call_initiated',
      created_at: '2019',
      payload: {},
    };
    expect(parseBody(v1)).toEqual({
      kind: 'v1',
      message: expect.stringMatching(/call_initiated.*webhook_api_version.*Call Control application.*"2"/),
    });
  });
});

describe('explainV1Request', () => {
  it('recognises API v1 by its own signature, which never passes the check', () => {
    expect(explainV1Request({ 'x-telnyx-signature': 't=1700000000,h=abc' })).toMatch(/webhook_api_version/);
    expect(explainV1Request({ 'telnyx-timestamp': '1700000000' })).toBeNull();
  });
});
