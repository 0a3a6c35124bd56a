import { describe, expect, it } from 'vitest';
import { caller, codesOf, colleague, createDesk, line, voice } from './testing/desk.ts';

/** A caller, and a colleague whom the application has dialled by itself. */
function twoCalls(dialled: { answers?: boolean } = {}) {
  const desk = createDesk();
  const id = desk.answeredCall();
  desk.does('dial', null, { connection_id: '28', from: line, to: colleague });
  if (dialled.answers !== false) desk.pass(2000);
  desk.forget();
  return { desk, id, other: desk.legRungAt(colleague) };
}

describe('bridge', () => {
  it('joins two answered legs, each of which is told', () => {
    const { desk, id, other } = twoCalls();
    desk.does('bridge', id, { call_control_id: other });
    expect(desk.types()).toEqual(['call.bridged', 'call.bridged']);
    expect(desk.payloads('call.bridged')).toMatchObject([
      { call_control_id: id, from: caller, to: line },
      { call_control_id: other, from: line, to: colleague },
    ]);
    expect(desk.heard()).toMatchObject([
      { callControlId: id, kind: 'connected', with: colleague },
      { callControlId: other, kind: 'connected', with: caller },
    ]);
    desk.act(other, { kind: 'say', text: 'Good morning.' });
    expect(desk.said(id)).toEqual(['Good morning.']);
  });

  it('stops what the application says and asks', () => {
    const { desk, id, other } = twoCalls();
    desk.does('gather_using_speak', id, { payload: 'Press one.', voice });
    desk.does('speak', other, { payload: 'Somebody is waiting.', voice });
    desk.does('bridge', id, { call_control_id: other });
    expect(desk.types()).toEqual([
      'call.speak.started',
      'call.gather.ended',
      'call.speak.ended',
      'call.bridged',
      'call.bridged',
    ]);
  });

  it('hangs the leg up when the other one goes, unless it was asked to park or to hold', () => {
    const lives = [{}, { park_after_unbridge: 'self' }, { hold_after_unbridge: true }].map((body) => {
      const { desk, id, other } = twoCalls();
      desk.does('bridge', id, { call_control_id: other, ...body });
      desk.act(other, { kind: 'hang_up' });
      return desk.leg(id).endedAtMs === null;
    });
    expect(lives).toEqual([false, true, true]);
  });

  it('lets an earlier partner go', () => {
    const { desk, id, other } = twoCalls();
    const third = desk.answeredCall();
    desk.does('bridge', id, { call_control_id: other });
    desk.does('bridge', third, { call_control_id: id });
    expect(desk.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([other]);
    expect(desk.leg(third).bridgedWith).toBe(id);
  });

  it('of two that are bridged already changes nothing', () => {
    const { desk, id, other } = twoCalls();
    desk.does('bridge', id, { call_control_id: other });
    desk.forget();
    desk.does('bridge', id, { call_control_id: other });
    expect(desk.types()).toEqual([]);
    expect(desk.leg(id).bridgedWith).toBe(other);
  });

  it('waits for a ringing leg when the caller shall hear it ring', () => {
    const { desk, id, other } = twoCalls({ answers: false });
    desk.does('bridge', id, { call_control_id: other, play_ringtone: true, ringtone: 'de' });
    expect(desk.heard()).toMatchObject([{ callControlId: id, kind: 'ringing', to: colleague }]);
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.answered', 'call.bridged', 'call.bridged']);
  });

  it('takes a leg away from the announcement it hears before another bridge', () => {
    const { desk, id } = twoCalls();
    const whispered = '+13125550122';
    desk.does('transfer', id, { to: whispered, audio_url: 'https://example.com/whisper.mp3' });
    desk.pass(2000);
    const third = desk.answeredCall();
    desk.does('bridge', third, { call_control_id: desk.legRungAt(whispered) });
    desk.pass(60_000);
    expect(desk.leg(third).bridgedWith).toBe(desk.legRungAt(whispered));
    expect(desk.leg(id).bridgedWith).toBeNull();
  });

  it('records from then on when that is wanted', () => {
    const { desk, id, other } = twoCalls();
    desk.does('bridge', id, { call_control_id: other, record: 'record-from-answer', record_format: 'wav' });
    desk.pass(7000);
    desk.act(other, { kind: 'hang_up' });
    desk.pass(2000);
    expect(desk.payload('call.recording.saved')).toMatchObject({
      call_control_id: id,
      channels: 'dual',
      format: 'wav',
    });
  });

  it('is refused without anybody to bridge with', () => {
    const { desk, id, other } = twoCalls();
    const refusalOf = (body: Record<string, unknown>) => {
      const reply = desk.command('bridge', id, body);
      return [reply.status, codesOf(reply)];
    };
    expect(refusalOf({})).toEqual([422, ['10004']]);
    expect(refusalOf({ call_control_id: 'v3:nobody' })).toEqual([422, ['90015']]);
    expect(refusalOf({ call_control_id: id })).toEqual([422, ['90015']]);
    expect(refusalOf({ queue: 'empty' })).toEqual([422, ['90033']]);
    expect(refusalOf({ call_control_id: desk.dialIn() })).toEqual([422, ['90034']]);
    const third = desk.answeredCall();
    desk.does('bridge', third, { call_control_id: other });
    expect(refusalOf({ call_control_id: other, prevent_double_bridge: true })).toEqual([422, ['90033']]);
    desk.act(other, { kind: 'hang_up' });
    expect(refusalOf({ call_control_id: other })).toEqual([422, ['90018']]);
    expect(desk.leg(id).bridgedWith).toBeNull();
  });

  it('is refused while the other leg rings', () => {
    const { desk, id, other } = twoCalls({ answers: false });
    expect(codesOf(desk.command('bridge', id, { call_control_id: other }))).toEqual(['90034']);
  });

  it('with a video room is accepted and not played', () => {
    const { desk, id } = twoCalls();
    desk.does('bridge', id, { video_room_id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0' });
    expect(desk.types()).toEqual([]);
  });
});
