import { describe, expect, it } from 'vitest';
import { tellHeard } from '../caller/heard-in-words.ts';
import { colleague, createDesk } from './testing/desk.ts';

describe('send_dtmf', () => {
  it('is heard as tones by the person, without a webhook', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('send_dtmf', id, { digits: '12w3#' });
    expect(desk.heard()).toMatchObject([{ callControlId: id, kind: 'tones', digits: '12w3#' }]);
    expect(tellHeard(desk.heard())).toBe('tones 12w3#');
    expect(desk.types()).toEqual([]);
  });

  it('presses the keys on the other leg of a bridge', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('transfer', id, { to: colleague });
    desk.pass(2000);
    const other = desk.legRungAt(colleague);
    desk.does('gather', other, { maximum_digits: 2 });
    desk.forget();
    desk.does('send_dtmf', id, { digits: '4w2' });
    expect(desk.types()).toEqual(['call.dtmf.received', 'call.dtmf.received', 'call.gather.ended']);
    expect(desk.payloads('call.dtmf.received')).toMatchObject([
      { call_control_id: other, digit: '4' },
      { call_control_id: other, digit: '2' },
    ]);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '42', status: 'valid' });
    expect(desk.heard().map(({ callControlId, kind }) => [callControlId, kind])).toEqual([
      [id, 'tones'],
      [other, 'tones'],
    ]);
  });
});
