import { describe, expect, it } from 'vitest';
import { createHarness } from './testing/harness.ts';

function gathering(body: Record<string, unknown> = {}) {
  const harness = createHarness();
  const id = harness.answeredCall();
  harness.does('gather', id, body);
  return { harness, id, press: (digits: string) => harness.act(id, { kind: 'press', digits }) };
}

describe('gather', () => {
  it('ends valid at the terminating digit, which is not part of the digits', () => {
    const { harness, press } = gathering();
    press('12#');
    expect(harness.types()).toEqual([
      'call.dtmf.received',
      'call.dtmf.received',
      'call.dtmf.received',
      'call.gather.ended',
    ]);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'valid' });
  });

  it('ends valid as soon as the most digits are there, and takes no more', () => {
    const { harness, press } = gathering({ maximum_digits: 2 });
    press('123');
    expect(harness.payloads('call.gather.ended')).toMatchObject([{ digits: '12', status: 'valid' }]);
  });

  it('ends valid when nothing follows for the time between digits', () => {
    const { harness, press } = gathering({ inter_digit_timeout_millis: 2000 });
    press('1');
    harness.pass(1999);
    press('2');
    harness.pass(1999);
    expect(harness.payloads('call.gather.ended')).toEqual([]);
    harness.pass(1);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'valid' });
  });

  it('ends as timeout when no key comes in the initial time', () => {
    const { harness } = gathering({ initial_timeout_millis: 3000 });
    harness.pass(2999);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'timeout' });
  });

  it('is bounded as a whole by timeout_millis', () => {
    const { harness, press } = gathering({ timeout_millis: 6000, minimum_digits: 9 });
    press('1');
    harness.pass(4000);
    press('2');
    harness.pass(2000);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'timeout' });
  });

  it('ends valid at its bound when enough was pressed by then', () => {
    const { harness, press } = gathering({ timeout_millis: 3000 });
    press('1');
    harness.pass(3000);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('ends invalid with the digits pressed when they are too few', () => {
    const { harness, press } = gathering({ minimum_digits: 4 });
    press('12#');
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'invalid' });
  });

  it('ends invalid when a key is not among the valid ones', () => {
    const { harness, press } = gathering({ maximum_digits: 1, valid_digits: '12' });
    press('9');
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '9', status: 'invalid' });
  });

  it('takes # as a digit when another key terminates', () => {
    const { harness, press } = gathering({ terminating_digit: '*' });
    press('1#*');
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '1#', status: 'valid' });
  });

  it('is cancelled by gather_stop', () => {
    const { harness, id, press } = gathering();
    press('1');
    harness.does('gather_stop', id);
    harness.pass(60_000);
    expect(harness.payloads('call.gather.ended')).toMatchObject([{ digits: '1', status: 'cancelled' }]);
  });

  it('is cancelled by the next gather', () => {
    const { harness, id, press } = gathering();
    harness.does('gather', id, { maximum_digits: 1 });
    press('1');
    expect(harness.payloads('call.gather.ended').map(({ status }) => status)).toEqual(['cancelled', 'valid']);
  });

  it('ends as call_hangup after call.hangup when the caller goes', () => {
    const { harness, id, press } = gathering();
    press('1');
    harness.act(id, { kind: 'hang_up' });
    harness.pass(1000);
    expect(harness.types()).toEqual(['call.dtmf.received', 'call.hangup', 'call.gather.ended']);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: null, status: 'call_hangup' });
    expect(harness.nextDueInMs()).toBeNull();
  });
});
