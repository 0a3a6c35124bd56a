import { describe, expect, it } from 'vitest';
import { caller, codesOf, createHarness, line } from './testing/harness.ts';
import { partsOf } from './words/message-parts.ts';

const reminder = { from: line, to: caller, text: 'Your table is booked for seven.' };

describe('a text message', () => {
  it('is queued, and kept for whoever asks what was sent', () => {
    const harness = createHarness();
    harness.pass(2500);
    const { reply, texts } = harness.put({
      kind: 'command',
      action: 'send_message',
      callControlId: null,
      body: reminder,
    });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        data: {
          record_type: 'message',
          direction: 'outbound',
          type: 'SMS',
          from: { phone_number: line },
          to: [{ phone_number: caller, status: 'queued' }],
          text: reminder.text,
          encoding: 'GSM-7',
          parts: 1,
          errors: [],
        },
      },
    });
    expect(texts).toEqual([
      { ...reminder, id: expect.stringMatching(/^[0-9a-f-]{36}$/), atMs: 1_760_000_002_500 },
    ]);
    expect(harness.types()).toEqual([]);
  });

  it('may go out once more, as no command_id tells a repeat', () => {
    const harness = createHarness();
    const ids = [1, 2].map(() => {
      const { data } = harness.does('send_message', null, { ...reminder, command_id: 'c1' });
      return JSON.stringify(data);
    });
    expect(new Set(ids).size).toBe(2);
  });

  it('can come from a name or a number pool of a messaging profile, and be a picture', () => {
    const harness = createHarness();
    const profile = { messaging_profile_id: '4001932d-9b55-4bb8-9cd1-85de6c4d83d9' };
    harness.does('send_message', null, { ...reminder, ...profile, from: 'The Kitchen' });
    harness.does('send_message', null, { ...reminder, ...profile, from: null });
    const picture = { to: [caller], from: line, media_urls: ['https://example.com/map.png'] };
    expect(harness.does('send_message', null, picture)).toMatchObject({
      data: { type: 'MMS', media: [{ url: 'https://example.com/map.png' }], text: '' },
    });
  });

  it.each([
    ['to nobody', { to: undefined }, 422, '10004'],
    ['to a number without a plus', { to: '13125550100' }, 400, '40310'],
    ['to two numbers', { to: [caller, line] }, 400, '40310'],
    ['from nobody', { from: undefined }, 400, '40305'],
    ['from a broken number', { from: '+0' }, 400, '40305'],
    ['from a name without a messaging profile', { from: 'The Kitchen' }, 400, '40305'],
    ['without content', { text: '' }, 400, '40316'],
    [
      'with too many pictures',
      { media_urls: Array.from({ length: 11 }, () => 'https://a.example') },
      400,
      '40317',
    ],
    ['longer than ten parts', { text: 'x'.repeat(1531) }, 400, '40302'],
    ['of an unknown kind', { type: 'FAX' }, 422, '10032'],
    ['with a text that is none', { text: 5 }, 422, '10026'],
  ])('%s is refused', (_what, wrong, status, code) => {
    const harness = createHarness();
    const body = { ...reminder, ...wrong };
    const { reply, texts } = harness.put({
      kind: 'command',
      action: 'send_message',
      callControlId: null,
      body,
    });
    expect(reply?.status).toBe(status);
    expect(reply === null ? [] : codesOf(reply)).toEqual([code]);
    expect(texts).toEqual([]);
  });

  it('is refused when the script orders it', () => {
    const fault = { action: 'send_message', status: 400, code: '40300', title: 'Blocked', times: 1 };
    const harness = createHarness({ script: { faults: [fault] } });
    expect(codesOf(harness.command('send_message', null, reminder))).toEqual(['40300']);
    harness.does('send_message', null, reminder);
  });

  it('is no action of a call', () => {
    const harness = createHarness();
    expect(harness.command('send_message', harness.answeredCall(), reminder).status).toBe(404);
  });
});

describe('the parts of a text', () => {
  it.each([
    ['x'.repeat(160), 'GSM-7', 1],
    ['x'.repeat(161), 'GSM-7', 2],
    ['€'.repeat(81), 'GSM-7', 2],
    ['Grüße', 'GSM-7', 1],
    ['ありがとう', 'UCS-2', 1],
    ['あ'.repeat(71), 'UCS-2', 2],
  ])('of %s are counted in its alphabet', (text, encoding, parts) => {
    expect(partsOf(text)).toEqual({ encoding, parts });
  });
});
