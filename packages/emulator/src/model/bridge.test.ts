import { describe, expect, it } from 'vitest';
import { caller, codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';

/** A caller, and a colleague whom the application has dialled by itself. */
function twoCalls(dialled: { answers?: boolean } = {}) {
  const harness = createHarness();
  const id = harness.answeredCall();
  harness.does('dial', null, { connection_id: '28', from: line, to: colleague });
  if (dialled.answers !== false) harness.pass(2000);
  harness.forget();
  return { harness, id, other: harness.legRungAt(colleague) };
}

describe('bridge', () => {
  it('joins two answered legs, each of which is told', () => {
    const { harness, id, other } = twoCalls();
    harness.does('bridge', id, { call_control_id: other });
    expect(harness.types()).toEqual(['call.bridged', 'call.bridged']);
    expect(harness.payloads('call.bridged')).toMatchObject([
      { call_control_id: id, from: caller, to: line },
      { call_control_id: other, from: line, to: colleague },
    ]);
    expect(harness.heard()).toMatchObject([
      { callControlId: id, kind: 'connected', with: colleague },
      { callControlId: other, kind: 'connected', with: caller },
    ]);
    harness.act(other, { kind: 'say', text: 'Good morning.' });
    expect(harness.said(id)).toEqual(['Good morning.']);
  });

  it('stops what the application says and asks', () => {
    const { harness, id, other } = twoCalls();
    harness.does('gather_using_speak', id, { payload: 'Press one.', voice });
    harness.does('speak', other, { payload: 'Somebody is waiting.', voice });
    harness.does('bridge', id, { call_control_id: other });
    expect(harness.types()).toEqual([
      'call.speak.started',
      'call.gather.ended',
      'call.speak.ended',
      'call.bridged',
      'call.bridged',
    ]);
  });

  it('hangs the leg up when the other one goes, unless it was asked to park or to hold', () => {
    const lives = [{}, { park_after_unbridge: 'self' }, { hold_after_unbridge: true }].map((body) => {
      const { harness, id, other } = twoCalls();
      harness.does('bridge', id, { call_control_id: other, ...body });
      harness.act(other, { kind: 'hang_up' });
      return harness.leg(id).endedAtMs === null;
    });
    expect(lives).toEqual([false, true, true]);
  });

  it('lets an earlier partner go', () => {
    const { harness, id, other } = twoCalls();
    const third = harness.answeredCall();
    harness.does('bridge', id, { call_control_id: other });
    harness.does('bridge', third, { call_control_id: id });
    expect(harness.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([other]);
    expect(harness.leg(third).bridgedWith).toBe(id);
  });

  it('of two that are bridged already changes nothing', () => {
    const { harness, id, other } = twoCalls();
    harness.does('bridge', id, { call_control_id: other });
    harness.forget();
    harness.does('bridge', id, { call_control_id: other });
    expect(harness.types()).toEqual([]);
    expect(harness.leg(id).bridgedWith).toBe(other);
  });

  it('waits for a ringing leg when the caller shall hear it ring', () => {
    const { harness, id, other } = twoCalls({ answers: false });
    harness.does('bridge', id, { call_control_id: other, play_ringtone: true, ringtone: 'de' });
    expect(harness.heard()).toMatchObject([{ callControlId: id, kind: 'ringing', to: colleague }]);
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.answered', 'call.bridged', 'call.bridged']);
  });

  it('takes a leg away from the announcement it hears before another bridge', () => {
    const { harness, id } = twoCalls();
    const whispered = '+13125550122';
    harness.does('transfer', id, { to: whispered, audio_url: 'https://example.com/whisper.mp3' });
    harness.pass(2000);
    const third = harness.answeredCall();
    harness.does('bridge', third, { call_control_id: harness.legRungAt(whispered) });
    harness.pass(60_000);
    expect(harness.leg(third).bridgedWith).toBe(harness.legRungAt(whispered));
    expect(harness.leg(id).bridgedWith).toBeNull();
  });

  it('records from then on when that is wanted', () => {
    const { harness, id, other } = twoCalls();
    harness.does('bridge', id, {
      call_control_id: other,
      record: 'record-from-answer',
      record_format: 'wav',
    });
    harness.pass(7000);
    harness.act(other, { kind: 'hang_up' });
    harness.pass(2000);
    expect(harness.payload('call.recording.saved')).toMatchObject({
      call_control_id: id,
      channels: 'dual',
      format: 'wav',
    });
  });

  it('is refused without anybody to bridge with', () => {
    const { harness, id, other } = twoCalls();
    const refusalOf = (body: Record<string, unknown>) => {
      const reply = harness.command('bridge', id, body);
      return [reply.status, codesOf(reply)];
    };
    expect(refusalOf({})).toEqual([422, ['10004']]);
    expect(refusalOf({ call_control_id: 'v3:nobody' })).toEqual([422, ['90015']]);
    expect(refusalOf({ call_control_id: id })).toEqual([422, ['90015']]);
    expect(refusalOf({ queue: 'empty' })).toEqual([422, ['90033']]);
    expect(refusalOf({ call_control_id: harness.dialIn() })).toEqual([422, ['90034']]);
    const third = harness.answeredCall();
    harness.does('bridge', third, { call_control_id: other });
    expect(refusalOf({ call_control_id: other, prevent_double_bridge: true })).toEqual([422, ['90033']]);
    harness.act(other, { kind: 'hang_up' });
    expect(refusalOf({ call_control_id: other })).toEqual([422, ['90018']]);
    expect(harness.leg(id).bridgedWith).toBeNull();
  });

  it('is refused while the other leg rings', () => {
    const { harness, id, other } = twoCalls({ answers: false });
    expect(codesOf(harness.command('bridge', id, { call_control_id: other }))).toEqual(['90034']);
  });

  it('with a video room is accepted and not played', () => {
    const { harness, id } = twoCalls();
    harness.does('bridge', id, { video_room_id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0' });
    expect(harness.types()).toEqual([]);
  });
});
