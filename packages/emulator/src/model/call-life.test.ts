import { describe, expect, it } from 'vitest';
import { base64, caller, codesOf, createDesk, line, voice } from './testing/desk.ts';

describe('the life of a call', () => {
  it('begins parked and rings until a command comes', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    expect(desk.types()).toEqual(['call.initiated']);
    expect(desk.payload('call.initiated')).toMatchObject({
      call_control_id: id,
      client_state: null,
      direction: 'incoming',
      from: caller,
      state: 'parked',
      to: line,
    });
    expect(desk.nextDueInMs()).toBeNull();
    expect(desk.heard()).toMatchObject([{ kind: 'ringing' }]);
  });

  it('has handles and ids in the carrier’s form, the same for the same seed', () => {
    const one = createDesk({ seed: 'a' });
    const id = one.dialIn();
    expect(id).toMatch(/^v3:[A-Za-z0-9_-]{54}$/);
    const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(one.payload('call.initiated')).toMatchObject({ call_leg_id: uuid, call_session_id: uuid });
    expect(one.webhooks()[0]?.data.id).toEqual(uuid);
    expect(createDesk({ seed: 'a' }).dialIn()).toBe(id);
    expect(createDesk({ seed: 'b' }).dialIn()).not.toBe(id);
  });

  it('is answered by the answer command', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    expect(desk.command('answer', id)).toEqual({ status: 200, body: { data: { result: 'ok' } } });
    expect(desk.types()).toEqual(['call.initiated', 'call.answered']);
    expect(desk.heard().map(({ kind }) => kind)).toEqual(['ringing', 'answered']);
  });

  it('keeps the start of the call as start_time of its later events', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    desk.pass(3000);
    desk.does('answer', id);
    desk.does('hangup', id);
    const { start_time } = desk.payload('call.initiated');
    expect(desk.payload('call.answered')['start_time']).toBe(start_time);
    expect(desk.payload('call.hangup')['start_time']).toBe(start_time);
    expect(start_time).toBe('2025-10-09T08:53:20.000000Z');
  });

  it('stamps events of one millisecond with growing microseconds', () => {
    const desk = createDesk();
    desk.does('answer', desk.dialIn());
    const stamps = desk.webhooks().map(({ data }) => data.occurred_at);
    expect(stamps).toEqual(['2025-10-09T08:53:20.000000Z', '2025-10-09T08:53:20.000001Z']);
  });

  it('ends as the caller’s change of mind when they hang up before the answer', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    desk.act(id, { kind: 'hang_up' });
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'originator_cancel',
      hangup_source: 'caller',
      sip_hangup_cause: '487',
    });
    expect(desk.payload('call.hangup')).not.toHaveProperty('client_state');
  });

  it('tells in call.hangup who hung up', () => {
    const desk = createDesk();
    desk.act(desk.answeredCall(), { kind: 'hang_up' });
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'caller',
    });
    desk.does('hangup', desk.answeredCall());
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'callee',
    });
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'hung_up' });
  });

  it('can be rejected before the answer, with the cause asked for', () => {
    const desk = createDesk();
    desk.does('reject', desk.dialIn(), { cause: 'USER_BUSY' });
    expect(desk.payload('call.hangup')).toMatchObject({ hangup_cause: 'user_busy', sip_hangup_cause: '486' });
    desk.does('reject', desk.dialIn(), { cause: 'CALL_REJECTED' });
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'call_rejected',
      sip_hangup_cause: '603',
    });
  });

  it('can’t be rejected once it is answered, nor answered twice', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    expect(codesOf(desk.command('reject', id, { cause: 'USER_BUSY' }))).toEqual(['90102']);
    expect(codesOf(desk.command('answer', id))).toEqual(['90102']);
  });

  it('is over after four hours', () => {
    const desk = createDesk();
    desk.answeredCall();
    desk.pass(14_399_999);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.payload('call.hangup')).toMatchObject({ hangup_cause: 'time_limit' });
  });

  it('sends call.dtmf.received for keys pressed when nothing is being asked', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.act(id, { kind: 'press', digits: '1#' });
    expect(desk.payloads('call.dtmf.received').map(({ digit }) => digit)).toEqual(['1', '#']);
  });

  it('loses keys pressed before the answer and acts after the end', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    desk.act(id, { kind: 'press', digits: '1' });
    desk.does('hangup', id);
    desk.forget();
    desk.act(id, { kind: 'press', digits: '1' });
    desk.act(id, { kind: 'hang_up' });
    desk.act('v3:unknown', { kind: 'hang_up' });
    expect(desk.types()).toEqual([]);
  });
});

describe('client_state', () => {
  it('goes into every later webhook of the leg until it is replaced', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    desk.does('answer', id, { client_state: base64('one') });
    desk.does('speak', id, { payload: 'Hello.', voice });
    desk.pass(1000);
    desk.does('client_state_update', id, { client_state: base64('two') });
    desk.act(id, { kind: 'press', digits: '1' });
    expect(desk.webhooks().map(({ data }) => data.payload['client_state'])).toEqual([
      null,
      base64('one'),
      base64('one'),
      base64('one'),
      base64('two'),
    ]);
  });

  it('may be that of a later command than the one an event belongs to', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('speak', id, { payload: 'A long sentence.', voice, client_state: base64('one') });
    desk.does('gather', id, { client_state: base64('two') });
    desk.pass(2000);
    expect(desk.payload('call.speak.ended')['client_state']).toBe(base64('two'));
  });

  it('of a caller’s own making comes with call.initiated', () => {
    const desk = createDesk();
    desk.put({ kind: 'dial_in', from: 'sip:ann@example.com', to: line, clientState: base64('theirs') });
    expect(desk.payload('call.initiated')).toMatchObject({
      calling_party_type: 'sip',
      client_state: base64('theirs'),
    });
  });

  it('is not set by a command that is refused', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    desk.command('speak', id, { payload: 'Hello.', voice, client_state: base64('one') });
    desk.does('answer', id);
    expect(desk.payload('call.answered')['client_state']).toBeNull();
  });
});

describe('the status of a call', () => {
  it('is alive until the hang-up and can be asked for until ten minutes after it', () => {
    const desk = createDesk();
    const id = desk.dialIn();
    expect(desk.status(id)).toMatchObject({
      status: 200,
      body: { data: { call_control_id: id, is_alive: true } },
    });
    desk.does('answer', id);
    desk.pass(5000);
    desk.does('hangup', id);
    expect(desk.status(id)).toMatchObject({ body: { data: { is_alive: false, call_duration: 5 } } });
    desk.pass(600_000);
    expect(desk.status(id)).toMatchObject({ status: 200 });
    desk.pass(1);
    expect(desk.status(id)).toMatchObject({ status: 404, body: { errors: [{ code: '90015' }] } });
  });
});
