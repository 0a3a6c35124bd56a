import { describe, expect, it } from 'vitest';
import { createDesk } from './testing/desk.ts';

function gathering(body: Record<string, unknown> = {}) {
  const desk = createDesk();
  const id = desk.answeredCall();
  desk.does('gather', id, body);
  return { desk, id, press: (digits: string) => desk.act(id, { kind: 'press', digits }) };
}

describe('gather', () => {
  it('ends valid at the terminating digit, which is not part of the digits', () => {
    const { desk, press } = gathering();
    press('12#');
    expect(desk.types()).toEqual([
      'call.dtmf.received',
      'call.dtmf.received',
      'call.dtmf.received',
      'call.gather.ended',
    ]);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'valid' });
  });

  it('ends valid as soon as the most digits are there, and takes no more', () => {
    const { desk, press } = gathering({ maximum_digits: 2 });
    press('123');
    expect(desk.payloads('call.gather.ended')).toMatchObject([{ digits: '12', status: 'valid' }]);
  });

  it('ends valid when nothing follows for the time between digits', () => {
    const { desk, press } = gathering({ inter_digit_timeout_millis: 2000 });
    press('1');
    desk.pass(1999);
    press('2');
    desk.pass(1999);
    expect(desk.payloads('call.gather.ended')).toEqual([]);
    desk.pass(1);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'valid' });
  });

  it('ends as timeout when no key comes in the initial time', () => {
    const { desk } = gathering({ initial_timeout_millis: 3000 });
    desk.pass(2999);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'timeout' });
  });

  it('is bounded as a whole by timeout_millis', () => {
    const { desk, press } = gathering({ timeout_millis: 6000, minimum_digits: 9 });
    press('1');
    desk.pass(4000);
    press('2');
    desk.pass(2000);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'timeout' });
  });

  it('ends valid at its bound when enough was pressed by then', () => {
    const { desk, press } = gathering({ timeout_millis: 3000 });
    press('1');
    desk.pass(3000);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '1', status: 'valid' });
  });

  it('ends invalid with the digits pressed when they are too few', () => {
    const { desk, press } = gathering({ minimum_digits: 4 });
    press('12#');
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '12', status: 'invalid' });
  });

  it('ends invalid when a key is not among the valid ones', () => {
    const { desk, press } = gathering({ maximum_digits: 1, valid_digits: '12' });
    press('9');
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '9', status: 'invalid' });
  });

  it('takes # as a digit when another key terminates', () => {
    const { desk, press } = gathering({ terminating_digit: '*' });
    press('1#*');
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '1#', status: 'valid' });
  });

  it('is cancelled by gather_stop', () => {
    const { desk, id, press } = gathering();
    press('1');
    desk.does('gather_stop', id);
    desk.pass(60_000);
    expect(desk.payloads('call.gather.ended')).toMatchObject([{ digits: '1', status: 'cancelled' }]);
  });

  it('is cancelled by the next gather', () => {
    const { desk, id, press } = gathering();
    desk.does('gather', id, { maximum_digits: 1 });
    press('1');
    expect(desk.payloads('call.gather.ended').map(({ status }) => status)).toEqual(['cancelled', 'valid']);
  });

  it('ends as call_hangup after call.hangup when the caller goes', () => {
    const { desk, id, press } = gathering();
    press('1');
    desk.act(id, { kind: 'hang_up' });
    desk.pass(1000);
    expect(desk.types()).toEqual(['call.dtmf.received', 'call.hangup', 'call.gather.ended']);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: null, status: 'call_hangup' });
    expect(desk.nextDueInMs()).toBeNull();
  });
});
