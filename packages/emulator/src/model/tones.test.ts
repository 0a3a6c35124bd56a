import { describe, expect, it } from 'vitest';
import { tellHeard } from '../caller/heard-in-words.ts';
import { colleague, createHarness } from './testing/harness.ts';

describe('send_dtmf', () => {
  it('is heard as tones by the person, without a webhook', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('send_dtmf', id, { digits: '12w3#' });
    expect(harness.heard()).toMatchObject([{ callControlId: id, kind: 'tones', digits: '12w3#' }]);
    expect(tellHeard(harness.heard())).toBe('tones 12w3#');
    expect(harness.types()).toEqual([]);
  });

  it('presses the keys on the other leg of a bridge', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('transfer', id, { to: colleague });
    harness.pass(2000);
    const other = harness.legRungAt(colleague);
    harness.does('gather', other, { maximum_digits: 2 });
    harness.forget();
    harness.does('send_dtmf', id, { digits: '4w2' });
    expect(harness.types()).toEqual(['call.dtmf.received', 'call.dtmf.received', 'call.gather.ended']);
    expect(harness.payloads('call.dtmf.received')).toMatchObject([
      { call_control_id: other, digit: '4' },
      { call_control_id: other, digit: '2' },
    ]);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '42', status: 'valid' });
    expect(harness.heard().map(({ callControlId, kind }) => [callControlId, kind])).toEqual([
      [id, 'tones'],
      [other, 'tones'],
    ]);
  });
});
