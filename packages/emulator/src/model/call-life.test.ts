import { describe, expect, it } from 'vitest';
import { base64, caller, codesOf, createHarness, line, voice } from './testing/harness.ts';

describe('the life of a call', () => {
  it('begins parked and rings until a command comes', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    expect(harness.types()).toEqual(['call.initiated']);
    expect(harness.payload('call.initiated')).toMatchObject({
      call_control_id: id,
      client_state: null,
      direction: 'incoming',
      from: caller,
      state: 'parked',
      to: line,
    });
    expect(harness.nextDueInMs()).toBeNull();
    expect(harness.heard()).toMatchObject([{ kind: 'ringing' }]);
  });

  it('has handles and ids in the carrier’s form, the same for the same seed', () => {
    const one = createHarness({ seed: 'a' });
    const id = one.dialIn();
    expect(id).toMatch(/^v3:[A-Za-z0-9_-]{54}$/);
    const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(one.payload('call.initiated')).toMatchObject({ call_leg_id: uuid, call_session_id: uuid });
    expect(one.webhooks()[0]?.data.id).toEqual(uuid);
    expect(createHarness({ seed: 'a' }).dialIn()).toBe(id);
    expect(createHarness({ seed: 'b' }).dialIn()).not.toBe(id);
  });

  it('is answered by the answer command', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    expect(harness.command('answer', id)).toEqual({ status: 200, body: { data: { result: 'ok' } } });
    expect(harness.types()).toEqual(['call.initiated', 'call.answered']);
    expect(harness.heard().map(({ kind }) => kind)).toEqual(['ringing', 'answered']);
  });

  it('keeps the start of the call as start_time of its later events', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    harness.pass(3000);
    harness.does('answer', id);
    harness.does('hangup', id);
    const { start_time } = harness.payload('call.initiated');
    expect(harness.payload('call.answered')['start_time']).toBe(start_time);
    expect(harness.payload('call.hangup')['start_time']).toBe(start_time);
    expect(start_time).toBe('2025-10-09T08:53:20.000000Z');
  });

  it('stamps events of one millisecond with growing microseconds', () => {
    const harness = createHarness();
    harness.does('answer', harness.dialIn());
    const stamps = harness.webhooks().map(({ data }) => data.occurred_at);
    expect(stamps).toEqual(['2025-10-09T08:53:20.000000Z', '2025-10-09T08:53:20.000001Z']);
  });

  it('ends as the caller’s change of mind when they hang up before the answer', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    harness.act(id, { kind: 'hang_up' });
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'originator_cancel',
      hangup_source: 'caller',
      sip_hangup_cause: '487',
    });
    expect(harness.payload('call.hangup')).not.toHaveProperty('client_state');
  });

  it('tells in call.hangup who hung up', () => {
    const harness = createHarness();
    harness.act(harness.answeredCall(), { kind: 'hang_up' });
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'caller',
    });
    harness.does('hangup', harness.answeredCall());
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'callee',
    });
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'hung_up' });
  });

  it('can be rejected before the answer, with the cause asked for', () => {
    const harness = createHarness();
    harness.does('reject', harness.dialIn(), { cause: 'USER_BUSY' });
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'user_busy',
      sip_hangup_cause: '486',
    });
    harness.does('reject', harness.dialIn(), { cause: 'CALL_REJECTED' });
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'call_rejected',
      sip_hangup_cause: '603',
    });
  });

  it('can’t be rejected once it is answered, nor answered twice', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    expect(codesOf(harness.command('reject', id, { cause: 'USER_BUSY' }))).toEqual(['90102']);
    expect(codesOf(harness.command('answer', id))).toEqual(['90102']);
  });

  it('is over after four hours', () => {
    const harness = createHarness();
    harness.answeredCall();
    harness.pass(14_399_999);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.payload('call.hangup')).toMatchObject({ hangup_cause: 'time_limit' });
  });

  it('sends call.dtmf.received for keys pressed when nothing is being asked', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.act(id, { kind: 'press', digits: '1#' });
    expect(harness.payloads('call.dtmf.received').map(({ digit }) => digit)).toEqual(['1', '#']);
  });

  it('loses keys pressed before the answer and acts after the end', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    harness.act(id, { kind: 'press', digits: '1' });
    harness.does('hangup', id);
    harness.forget();
    harness.act(id, { kind: 'press', digits: '1' });
    harness.act(id, { kind: 'hang_up' });
    harness.act('v3:unknown', { kind: 'hang_up' });
    expect(harness.types()).toEqual([]);
  });
});

describe('client_state', () => {
  it('goes into every later webhook of the leg until it is replaced', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    harness.does('answer', id, { client_state: base64('one') });
    harness.does('speak', id, { payload: 'Hello.', voice });
    harness.pass(1000);
    harness.does('client_state_update', id, { client_state: base64('two') });
    harness.act(id, { kind: 'press', digits: '1' });
    expect(harness.webhooks().map(({ data }) => data.payload['client_state'])).toEqual([
      null,
      base64('one'),
      base64('one'),
      base64('one'),
      base64('two'),
    ]);
  });

  it('may be that of a later command than the one an event belongs to', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('speak', id, { payload: 'A long sentence.', voice, client_state: base64('one') });
    harness.does('gather', id, { client_state: base64('two') });
    harness.pass(2000);
    expect(harness.payload('call.speak.ended')['client_state']).toBe(base64('two'));
  });

  it('of a caller’s own making comes with call.initiated', () => {
    const harness = createHarness();
    harness.put({ kind: 'dial_in', from: 'sip:ann@example.com', to: line, clientState: base64('theirs') });
    expect(harness.payload('call.initiated')).toMatchObject({
      calling_party_type: 'sip',
      client_state: base64('theirs'),
    });
  });

  it('is not set by a command that is refused', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    harness.command('speak', id, { payload: 'Hello.', voice, client_state: base64('one') });
    harness.does('answer', id);
    expect(harness.payload('call.answered')['client_state']).toBeNull();
  });
});

describe('the status of a call', () => {
  it('is alive until the hang-up and can be asked for until ten minutes after it', () => {
    const harness = createHarness();
    const id = harness.dialIn();
    expect(harness.status(id)).toMatchObject({
      status: 200,
      body: { data: { call_control_id: id, is_alive: true } },
    });
    harness.does('answer', id);
    harness.pass(5000);
    harness.does('hangup', id);
    expect(harness.status(id)).toMatchObject({ body: { data: { is_alive: false, call_duration: 5 } } });
    harness.pass(600_000);
    expect(harness.status(id)).toMatchObject({ status: 200 });
    harness.pass(1);
    expect(harness.status(id)).toMatchObject({ status: 404, body: { errors: [{ code: '90015' }] } });
  });
});
