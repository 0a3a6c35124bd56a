import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownEventType, normalisePayload, payloadSchemas } from './events.ts';

const types = Object.keys(payloadSchemas).filter((type): type is KnownEventType => type in payloadSchemas);

describe('normalisePayload', () => {
  it('returns a payload without a wrong type as it is', () => {
    const payload = {
      call_control_id: 'v3:a',
      client_state: null,
      digits: '',
      status: 'never heard of',
      gather_id: 7,
    };
    expect(normalisePayload('call.gather.ended', payload)).toBe(payload);
  });

  it('leaves out known fields of the wrong type', () => {
    const payload = { call_control_id: 5, digits: ['1'], status: 'valid', from: {} };
    expect(normalisePayload('call.gather.ended', payload)).toEqual({ status: 'valid' });
  });

  it('leaves them out at their own depth', () => {
    const payload = {
      message_history: [
        { role: 'user', content: 5 },
        'not a message',
        { role: 'assistant', content: 'Hi', extra: true },
        null,
        { role: [], content: [] },
      ],
      result: { age: 29 },
    };
    expect(normalisePayload('call.ai_gather.ended', payload)).toEqual({
      message_history: [{ role: 'user' }, { role: 'assistant', content: 'Hi', extra: true }, {}],
      result: { age: 29 },
    });
  });

  it('guards the fields that all legs have under an unknown event type', () => {
    const payload = { call_control_id: 5, call_session_id: 's', digits: 12 };
    expect(normalisePayload('call.something.new', payload)).toEqual({ call_session_id: 's', digits: 12 });
  });

  it('always gives a payload that its schema accepts, and never adds to it', () => {
    const names = [...new Set(types.flatMap((type) => Object.keys(payloadSchemas[type].shape)))];
    const values = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string(), fc.integer());
    const json = fc.dictionary(fc.constantFrom(...names), values);
    fc.assert(
      fc.property(fc.constantFrom(...types), json, (type, wild) => {
        const payload = JSON.parse(JSON.stringify(wild));
        const normalised = normalisePayload(type, payload);
        expect(payloadSchemas[type].safeParse(normalised).success).toBe(true);
        expect(Object.keys(payload)).toEqual(expect.arrayContaining(Object.keys(normalised)));
      }),
    );
  });

  it('accepts null and absence for every known field', () => {
    for (const type of types) {
      const nulls = Object.fromEntries(Object.keys(payloadSchemas[type].shape).map((name) => [name, null]));
      expect(normalisePayload(type, nulls)).toBe(nulls);
      expect(normalisePayload(type, {})).toEqual({});
    }
  });
});
