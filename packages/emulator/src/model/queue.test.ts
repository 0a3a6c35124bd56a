import { describe, expect, it } from 'vitest';
import { codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';
import type { ModelOptions } from './state.ts';

function waiting(body: Record<string, unknown> = {}, options: ModelOptions = {}) {
  const harness = createHarness(options);
  const id = harness.answeredCall();
  harness.does('enqueue', id, { queue_name: 'support', ...body });
  return { harness, id };
}

type Harness = ReturnType<typeof createHarness>;

function reasonsOf(harness: Harness) {
  return harness.payloads('call.dequeued').map((payload) => payload['reason']);
}

describe('enqueue', () => {
  it('puts the call at the end of the queue', () => {
    const { harness } = waiting();
    const next = harness.answeredCall();
    harness.does('enqueue', next, { queue_name: 'support' });
    expect(harness.types()).toEqual(['call.enqueued']);
    expect(harness.payload('call.enqueued')).toMatchObject({
      call_control_id: next,
      current_position: 2,
      queue: 'support',
      queue_avg_wait_time_secs: 0,
    });
  });

  it('tells how long calls have waited there on average', () => {
    const { harness, id } = waiting();
    harness.pass(30_000);
    harness.act(id, { kind: 'hang_up' });
    const next = harness.answeredCall();
    harness.does('enqueue', next, { queue_name: 'support' });
    expect(harness.payload('call.enqueued')).toMatchObject({
      current_position: 1,
      queue_avg_wait_time_secs: 30,
    });
  });

  it('leaves the application free to play, speak and ask', () => {
    const { harness, id } = waiting();
    harness.does('playback_start', id, { media_name: 'music', loop: 'infinity' });
    harness.pass(10_000);
    harness.does('gather_using_speak', id, {
      payload: 'Press one to be called back.',
      voice,
      maximum_digits: 1,
    });
    harness.does('playback_stop', id);
    harness.act(id, { kind: 'press', digits: '1' });
    expect(harness.types()).toEqual([
      'call.enqueued',
      'call.playback.started',
      'call.playback.ended',
      'call.dtmf.received',
      'call.gather.ended',
    ]);
    expect(reasonsOf(harness)).toEqual([]);
  });

  it('unbridges the call', () => {
    const { harness, id } = waiting();
    harness.does('leave_queue', id);
    harness.does('transfer', id, { to: colleague });
    harness.pass(2000);
    harness.does('enqueue', id, { queue_name: 'support' });
    expect(harness.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([
      harness.legRungAt(colleague),
    ]);
    expect(harness.leg(id).endedAtMs).toBeNull();
  });

  it('is refused where the call waits already, and moves it to another queue', () => {
    const { harness, id } = waiting();
    expect(codesOf(harness.command('enqueue', id, { queue_name: 'support' }))).toEqual(['90038']);
    harness.does('enqueue', id, { queue_name: 'sales' });
    expect(harness.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.enqueued']);
    expect(harness.payload('call.dequeued')).toMatchObject({ queue: 'support', reason: 'leave' });
  });

  it('is refused by a full queue, and may not change its size', () => {
    const { harness } = waiting({ max_size: 1 });
    const next = harness.answeredCall();
    const full = harness.command('enqueue', next, { queue_name: 'support' });
    expect([full.status, codesOf(full)]).toEqual([422, ['90036']]);
    expect(codesOf(harness.command('enqueue', next, { queue_name: 'support', max_size: 2 }))).toEqual([
      '90037',
    ]);
    harness.does('enqueue', next, { queue_name: 'sales', max_size: 2 });
  });

  it.each(['constructor', '__proto__'])('takes even a queue named %s', (queue_name) => {
    const { harness } = waiting({ queue_name });
    expect(harness.payload('call.enqueued')).toMatchObject({ current_position: 1, queue: queue_name });
  });
});

describe('a call leaves its queue', () => {
  it('by leave_queue, and stays parked', () => {
    const { harness, id } = waiting();
    harness.pass(12_400);
    harness.does('leave_queue', id);
    expect(harness.payload('call.dequeued')).toMatchObject({
      call_control_id: id,
      queue: 'support',
      queue_position: 1,
      reason: 'leave',
      wait_time_secs: 12,
    });
    expect(harness.leg(id).endedAtMs).toBeNull();
    expect(codesOf(harness.command('leave_queue', id))).toEqual(['90035']);
  });

  it('when it has waited as long as it may', () => {
    const { harness, id } = waiting({ max_wait_time_secs: 60 });
    expect(harness.nextDueInMs()).toBe(60_000);
    harness.pass(60_000);
    expect(reasonsOf(harness)).toEqual(['timeout']);
    expect(harness.leg(id).endedAtMs).toBeNull();
  });

  it('when the caller hangs up, before call.hangup', () => {
    const { harness, id } = waiting();
    harness.act(id, { kind: 'hang_up' });
    expect(harness.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.hangup']);
    expect(reasonsOf(harness)).toEqual(['hangup']);
  });

  it('not even then when its place shall be kept', () => {
    const { harness, id } = waiting({ keep_after_hangup: true });
    harness.act(id, { kind: 'hang_up' });
    expect(reasonsOf(harness)).toEqual([]);
    const next = harness.answeredCall();
    harness.does('enqueue', next, { queue_name: 'support' });
    expect(harness.payload('call.enqueued')).toMatchObject({ current_position: 2 });
  });

  it('when it is transferred', () => {
    const { harness, id } = waiting();
    harness.does('transfer', id, { to: colleague });
    expect(harness.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.initiated']);
    expect(reasonsOf(harness)).toEqual(['bridging-in-process']);
  });

  it('when an agent’s leg is bridged with the queue', () => {
    const { harness, id } = waiting();
    const next = harness.answeredCall();
    harness.does('enqueue', next, { queue_name: 'support' });
    harness.does('dial', null, { connection_id: '28', from: line, to: colleague });
    harness.pass(2000);
    const agent = harness.legRungAt(colleague);
    harness.forget();
    harness.does('bridge', agent, { queue: 'support' });
    expect(harness.types()).toEqual(['call.dequeued', 'call.bridged', 'call.bridged']);
    expect(harness.payload('call.dequeued')).toMatchObject({ call_control_id: id, reason: 'bridged' });
    expect(harness.leg(agent).bridgedWith).toBe(id);
  });
});

describe('a queue with agents', () => {
  const staffed = { script: { queues: { support: { answersAfterMs: 20_000, hangsUpAfterMs: 60_000 } } } };

  it('takes the call after their time, without a word about their own leg', () => {
    const { harness, id } = waiting({}, staffed);
    harness.does('playback_start', id, { media_name: 'music', loop: 'infinity' });
    harness.pass(20_000);
    expect(harness.types()).toEqual([
      'call.enqueued',
      'call.playback.started',
      'call.dequeued',
      'call.playback.ended',
      'call.bridged',
    ]);
    expect(harness.payload('call.dequeued')).toMatchObject({ reason: 'bridged', wait_time_secs: 20 });
    expect(harness.heard().at(-2)).toMatchObject({ callControlId: id, kind: 'connected', with: 'support' });
    harness.act(harness.legRungAt('support'), { kind: 'say', text: 'How may I help you?' });
    expect(harness.said(id).at(-1)).toBe('How may I help you?');
    harness.pass(60_000);
    expect(harness.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([id]);
  });

  it('lets the caller go on when they shall park', () => {
    const { harness, id } = waiting({}, staffed);
    harness.does('leave_queue', id);
    harness.does('transfer', id, { to: colleague, park_after_unbridge: 'self' });
    harness.pass(2000);
    harness.act(harness.legRungAt(colleague), { kind: 'hang_up' });
    harness.does('enqueue', id, { queue_name: 'support' });
    harness.pass(80_000);
    expect(harness.leg(id).endedAtMs).toBeNull();
    expect(harness.heard().at(-1)).toMatchObject({ callControlId: id, kind: 'parted' });
  });

  it('takes those who wait in their order', () => {
    const { harness, id } = waiting({}, staffed);
    const next = harness.answeredCall();
    harness.pass(5000);
    harness.does('enqueue', next, { queue_name: 'support' });
    harness.pass(15_000);
    expect(harness.payloads('call.bridged').map((payload) => payload['call_control_id'])).toEqual([id]);
    harness.pass(5000);
    expect(harness.payloads('call.bridged').map((payload) => payload['call_control_id'])).toEqual([id, next]);
  });

  it('answers nobody who has gone', () => {
    const { harness, id } = waiting({}, staffed);
    harness.act(id, { kind: 'hang_up' });
    harness.pass(120_000);
    expect(harness.types()).toEqual(['call.enqueued', 'call.dequeued', 'call.hangup']);
  });

  it('gets them also while somebody waits, and loses them', () => {
    const { harness, id } = waiting({ max_wait_time_secs: 30 });
    harness.put({ kind: 'script', change: { queues: { support: {} } } });
    expect(harness.nextDueInMs()).toBe(2000);
    harness.put({ kind: 'script', change: { queues: {} } });
    expect(harness.nextDueInMs()).toBe(30_000);
    harness.put({ kind: 'script', change: { queues: { support: { answersAfterMs: 0 } } } });
    harness.put({ kind: 'script', change: { mediaMs: 1 } });
    harness.pass(10);
    expect(harness.leg(id).bridgedWith).toBe(harness.legRungAt('support'));
  });

  it('lets nobody command an agent’s leg', () => {
    const { harness } = waiting({}, staffed);
    harness.pass(20_000);
    const agent = harness.legRungAt('support');
    expect(harness.command('hangup', agent).status).toBe(404);
    expect(harness.status(agent).status).toBe(404);
    const other = harness.answeredCall();
    expect(codesOf(harness.command('bridge', other, { call_control_id: agent }))).toEqual(['90015']);
  });
});
