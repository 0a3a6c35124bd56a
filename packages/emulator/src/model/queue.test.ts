import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createDesk, line, voice } from './testing/desk.ts';
import type { ModelOptions } from './state.ts';

function waiting(body: Record<string, unknown> = {}, options: ModelOptions = {}) {
  const desk = createDesk(options);
  const id = desk.answeredCall();
  desk.does('enqueue', id, { queue_name: 'support', ...body });
  return { desk, id };
}

type Desk = ReturnType<typeof createDesk>;

function reasonsOf(desk: Desk) {
  return desk.payloads('call.dequeued').map((payload) => payload['reason']);
}

describe('enqueue', () => {
  it('puts the call at the end of the queue', () => {
    const { desk } = waiting();
    const next = desk.answeredCall();
    desk.does('enqueue', next, { queue_name: 'support' });
    expect(desk.types()).toEqual(['call.enqueued']);
    expect(desk.payload('call.enqueued')).toMatchObject({
      call_control_id: next,
      current_position: 2,
      queue: 'support',
      queue_avg_wait_time_secs: 0,
    });
  });

  it('tells how long calls have waited there on average', () => {
    const { desk, id } = waiting();
    desk.pass(30_000);
    desk.act(id, { kind: 'hang_up' });
    const next = desk.answeredCall();
    desk.does('enqueue', next, { queue_name: 'support' });
    expect(desk.payload('call.enqueued')).toMatchObject({
      current_position: 1,
      queue_avg_wait_time_secs: 30,
    });
  });

  it('leaves the application free to play, speak and ask', () => {
    const { desk, id } = waiting();
    desk.does('playback_start', id, { media_name: 'music', loop: 'infinity' });
    desk.pass(10_000);
    desk.does('gather_using_speak', id, {
      payload: 'Press one to be called back.',
      voice,
      maximum_digits: 1,
    });
    desk.does('playback_stop', id);
    desk.act(id, { kind: 'press', digits: '1' });
    expect(desk.types()).toEqual([
      'call.enqueued',
      'call.playback.started',
      'call.playback.ended',
      'call.dtmf.received',
      'call.gather.ended',
    ]);
    expect(reasonsOf(desk)).toEqual([]);
  });

  it('unbridges the call', () => {
    const { desk, id } = waiting();
    desk.does('leave_queue', id);
    desk.does('transfer', id, { to: colleague });
    desk.pass(2000);
    desk.does('enqueue', id, { queue_name: 'support' });
    expect(desk.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([
      desk.legRungAt(colleague),
    ]);
    expect(desk.leg(id).endedAtMs).toBeNull();
  });

  it('is refused where the call waits already, and moves it to another queue', () => {
    const { desk, id } = waiting();
    expect(codesOf(desk.command('enqueue', id, { queue_name: 'support' }))).toEqual(['90038']);
    desk.does('enqueue', id, { queue_name: 'sales' });
    expect(desk.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.enqueued']);
    expect(desk.payload('call.dequeued')).toMatchObject({ queue: 'support', reason: 'leave' });
  });

  it('is refused by a full queue, and may not change its size', () => {
    const { desk } = waiting({ max_size: 1 });
    const next = desk.answeredCall();
    const full = desk.command('enqueue', next, { queue_name: 'support' });
    expect([full.status, codesOf(full)]).toEqual([422, ['90036']]);
    expect(codesOf(desk.command('enqueue', next, { queue_name: 'support', max_size: 2 }))).toEqual(['90037']);
    desk.does('enqueue', next, { queue_name: 'sales', max_size: 2 });
  });

  it.each(['constructor', '__proto__'])('takes even a queue named %s', (queue_name) => {
    const { desk } = waiting({ queue_name });
    expect(desk.payload('call.enqueued')).toMatchObject({ current_position: 1, queue: queue_name });
  });
});

describe('a call leaves its queue', () => {
  it('by leave_queue, and stays parked', () => {
    const { desk, id } = waiting();
    desk.pass(12_400);
    desk.does('leave_queue', id);
    expect(desk.payload('call.dequeued')).toMatchObject({
      call_control_id: id,
      queue: 'support',
      queue_position: 1,
      reason: 'leave',
      wait_time_secs: 12,
    });
    expect(desk.leg(id).endedAtMs).toBeNull();
    expect(codesOf(desk.command('leave_queue', id))).toEqual(['90035']);
  });

  it('when it has waited as long as it may', () => {
    const { desk, id } = waiting({ max_wait_time_secs: 60 });
    expect(desk.nextDueInMs()).toBe(60_000);
    desk.pass(60_000);
    expect(reasonsOf(desk)).toEqual(['timeout']);
    expect(desk.leg(id).endedAtMs).toBeNull();
  });

  it('when the caller hangs up, before call.hangup', () => {
    const { desk, id } = waiting();
    desk.act(id, { kind: 'hang_up' });
    expect(desk.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.hangup']);
    expect(reasonsOf(desk)).toEqual(['hangup']);
  });

  it('not even then when its place shall be kept', () => {
    const { desk, id } = waiting({ keep_after_hangup: true });
    desk.act(id, { kind: 'hang_up' });
    expect(reasonsOf(desk)).toEqual([]);
    const next = desk.answeredCall();
    desk.does('enqueue', next, { queue_name: 'support' });
    expect(desk.payload('call.enqueued')).toMatchObject({ current_position: 2 });
  });

  it('when it is transferred', () => {
    const { desk, id } = waiting();
    desk.does('transfer', id, { to: colleague });
    expect(desk.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.initiated']);
    expect(reasonsOf(desk)).toEqual(['bridging-in-process']);
  });

  it('when an agent’s leg is bridged with the queue', () => {
    const { desk, id } = waiting();
    const next = desk.answeredCall();
    desk.does('enqueue', next, { queue_name: 'support' });
    desk.does('dial', null, { connection_id: '28', from: line, to: colleague });
    desk.pass(2000);
    const agent = desk.legRungAt(colleague);
    desk.forget();
    desk.does('bridge', agent, { queue: 'support' });
    expect(desk.types()).toEqual(['call.dequeued', 'call.bridged', 'call.bridged']);
    expect(desk.payload('call.dequeued')).toMatchObject({ call_control_id: id, reason: 'bridged' });
    expect(desk.leg(agent).bridgedWith).toBe(id);
  });
});

describe('a queue with agents', () => {
  const staffed = { script: { queues: { support: { answersAfterMs: 20_000, hangsUpAfterMs: 60_000 } } } };

  it('takes the call after their time, without a word about their own leg', () => {
    const { desk, id } = waiting({}, staffed);
    desk.does('playback_start', id, { media_name: 'music', loop: 'infinity' });
    desk.pass(20_000);
    expect(desk.types()).toEqual([
      'call.enqueued',
      'call.playback.started',
      'call.dequeued',
      'call.playback.ended',
      'call.bridged',
    ]);
    expect(desk.payload('call.dequeued')).toMatchObject({ reason: 'bridged', wait_time_secs: 20 });
    expect(desk.heard().at(-2)).toMatchObject({ callControlId: id, kind: 'connected', with: 'support' });
    desk.act(desk.legRungAt('support'), { kind: 'say', text: 'How may I help you?' });
    expect(desk.said(id).at(-1)).toBe('How may I help you?');
    desk.pass(60_000);
    expect(desk.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([id]);
  });

  it('lets the caller go on when they shall park', () => {
    const { desk, id } = waiting({}, staffed);
    desk.does('leave_queue', id);
    desk.does('transfer', id, { to: colleague, park_after_unbridge: 'self' });
    desk.pass(2000);
    desk.act(desk.legRungAt(colleague), { kind: 'hang_up' });
    desk.does('enqueue', id, { queue_name: 'support' });
    desk.pass(80_000);
    expect(desk.leg(id).endedAtMs).toBeNull();
    expect(desk.heard().at(-1)).toMatchObject({ callControlId: id, kind: 'parted' });
  });

  it('takes those who wait in their order', () => {
    const { desk, id } = waiting({}, staffed);
    const next = desk.answeredCall();
    desk.pass(5000);
    desk.does('enqueue', next, { queue_name: 'support' });
    desk.pass(15_000);
    expect(desk.payloads('call.bridged').map((payload) => payload['call_control_id'])).toEqual([id]);
    desk.pass(5000);
    expect(desk.payloads('call.bridged').map((payload) => payload['call_control_id'])).toEqual([id, next]);
  });

  it('answers nobody who has gone', () => {
    const { desk, id } = waiting({}, staffed);
    desk.act(id, { kind: 'hang_up' });
    desk.pass(120_000);
    expect(desk.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.hangup']);
  });

  it('gets them also while somebody waits, and loses them', () => {
    const { desk, id } = waiting({ max_wait_time_secs: 30 });
    desk.put({ kind: 'script', change: { queues: { support: {} } } });
    expect(desk.nextDueInMs()).toBe(2000);
    desk.put({ kind: 'script', change: { queues: {} } });
    expect(desk.nextDueInMs()).toBe(30_000);
    desk.put({ kind: 'script', change: { queues: { support: { answersAfterMs: 0 } } } });
    desk.put({ kind: 'script', change: { mediaMs: 1 } });
    desk.pass(10);
    expect(desk.leg(id).bridgedWith).toBe(desk.legRungAt('support'));
  });

  it('lets nobody command an agent’s leg', () => {
    const { desk } = waiting({}, staffed);
    desk.pass(20_000);
    const agent = desk.legRungAt('support');
    expect(desk.command('hangup', agent).status).toBe(404);
    expect(desk.status(agent).status).toBe(404);
    const other = desk.answeredCall();
    expect(codesOf(desk.command('bridge', other, { call_control_id: agent }))).toEqual(['90015']);
  });
});
