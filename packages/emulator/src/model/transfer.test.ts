import { describe, expect, it } from 'vitest';
import { base64, caller, colleague, createHarness, line, voice } from './testing/harness.ts';
import type { Party } from './script.ts';

function transferring(party: Party = {}, body: Record<string, unknown> = {}) {
  const harness = createHarness({ script: { parties: { [colleague]: party } } });
  const id = harness.answeredCall();
  harness.does('transfer', id, { to: colleague, ...body });
  return { harness, id, other: harness.legRungAt(colleague) };
}

describe('transfer', () => {
  it('rings the target as a leg of the same session, from the number that was called', () => {
    const { harness, id, other } = transferring({}, { target_leg_client_state: base64('target') });
    const own = harness.leg(id);
    expect(harness.types()).toEqual(['call.initiated']);
    expect(harness.payload('call.initiated')).toMatchObject({
      call_control_id: other,
      call_session_id: own.sessionId,
      client_state: base64('target'),
      direction: 'outgoing',
      from: line,
      state: 'bridging',
      to: colleague,
    });
    expect(harness.payload('call.initiated')['call_leg_id']).not.toBe(own.legId);
    expect(harness.heard()).toMatchObject([{ callControlId: id, kind: 'ringing', to: colleague }]);
  });

  it('shows another number when one is given', () => {
    const { harness } = transferring({}, { from: caller });
    expect(harness.payload('call.initiated')).toMatchObject({ from: caller });
  });

  it('bridges both legs when the target answers', () => {
    const { harness, id, other } = transferring({ answersAfterMs: 4000 });
    harness.pass(4000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered', 'call.bridged', 'call.bridged']);
    expect(harness.payload('call.answered')).toMatchObject({ call_control_id: other });
    expect(harness.payloads('call.bridged').map((payload) => payload['call_control_id'])).toEqual([
      id,
      other,
    ]);
    expect(harness.heard().filter(({ kind }) => kind === 'connected')).toMatchObject([
      { callControlId: id, with: colleague },
      { callControlId: other, with: caller },
    ]);
  });

  it('answers after two seconds when the script says nothing of the number', () => {
    const { harness } = transferring();
    expect(harness.nextDueInMs()).toBe(2000);
  });

  it('plays its announcement to the target before the bridge', () => {
    const { harness, other } = transferring({}, { audio_url: 'https://example.com/whisper.mp3' });
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered']);
    expect(harness.heard().at(-1)).toMatchObject({ callControlId: other, kind: 'audio' });
    harness.pass(3000);
    expect(harness.types().slice(-2)).toEqual(['call.bridged', 'call.bridged']);
  });

  it.each([
    ['busy', { busy: true }, { hangup_cause: 'user_busy', sip_hangup_cause: '486' }],
    ['declined', { declines: true }, { hangup_cause: 'call_rejected', sip_hangup_cause: '603' }],
    ['to nobody', { notFound: true }, { hangup_cause: 'not_found', sip_hangup_cause: '404' }],
    ['not answered', { neverAnswers: true }, { hangup_cause: 'timeout' }],
    ['answered too late', { answersAfterMs: 30_000 }, { hangup_cause: 'timeout' }],
  ])('ends the target’s leg when it is %s, and leaves the first one usable', (_how, party, end) => {
    const { harness, id, other } = transferring(party);
    harness.pass(30_000);
    expect(harness.types()).toEqual(['call.initiated', 'call.hangup']);
    expect(harness.payload('call.hangup')).toMatchObject({ call_control_id: other, ...end });
    expect(harness.heard().find(({ kind }) => kind === 'not_connected')).toMatchObject({ callControlId: id });
    harness.does('speak', id, { payload: 'Nobody is there.', voice });
    expect(harness.said(id)).toEqual(['Nobody is there.']);
  });

  it('carries the target’s state on the hang-up of a leg that was never answered', () => {
    const { harness } = transferring({ busy: true }, { target_leg_client_state: base64('target') });
    harness.pass(5000);
    expect(harness.payload('call.hangup')['client_state']).toBe(base64('target'));
  });

  it('rings as long as timeout_secs says', () => {
    const { harness } = transferring({ neverAnswers: true }, { timeout_secs: 10 });
    expect(harness.nextDueInMs()).toBe(10_000);
  });

  it('can be picked up or declined by an act of the person', () => {
    const picked = transferring({ neverAnswers: true });
    picked.harness.act(picked.other, { kind: 'answer' });
    expect(picked.harness.types()).toContain('call.bridged');
    const declined = transferring({ neverAnswers: true });
    declined.harness.act(declined.other, { kind: 'decline' });
    expect(declined.harness.payload('call.hangup')).toMatchObject({ hangup_cause: 'call_rejected' });
  });

  it('ends what the application says and asks on the first leg', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('transfer', id, { to: colleague });
    harness.does('speak', id, { payload: 'We are calling them, please wait a little while.', voice });
    harness.does('speak', id, { payload: 'Never heard.', voice });
    harness.does('gather', id);
    harness.pass(2000);
    expect(harness.types()).toEqual([
      'call.initiated',
      'call.speak.started',
      'call.answered',
      'call.gather.ended',
      'call.speak.ended',
      'call.bridged',
      'call.bridged',
    ]);
    expect(harness.payload('call.gather.ended')).toMatchObject({ status: 'cancelled' });
    harness.pass(10_000);
    expect(harness.said(id)).toHaveLength(1);
  });

  it('lets the two people hear each other', () => {
    const { harness, id, other } = transferring();
    harness.pass(2000);
    harness.act(id, { kind: 'say', text: 'Hello, it is me.' });
    expect(harness.heard().at(-1)).toMatchObject({
      callControlId: other,
      kind: 'voice',
      text: 'Hello, it is me.',
    });
  });

  it('lets a speech for both legs be heard on both', () => {
    const { harness, id, other } = transferring();
    harness.pass(2000);
    harness.does('speak', id, { payload: 'One minute left.', voice, target_legs: 'both' });
    expect([harness.said(id), harness.said(other)]).toEqual([['One minute left.'], ['One minute left.']]);
  });

  it('hangs the first leg up when the target hangs up', () => {
    const { harness, id, other } = transferring({ hangsUpAfterMs: 10_000 });
    harness.pass(12_000);
    const ends = harness.payloads('call.hangup');
    expect(ends.map((payload) => payload['call_control_id'])).toEqual([other, id]);
    expect(ends[0]).toMatchObject({ hangup_cause: 'normal_clearing', hangup_source: 'callee' });
  });

  it('parks the first leg instead when asked to', () => {
    const { harness, id, other } = transferring({ hangsUpAfterMs: 10_000 }, { park_after_unbridge: 'self' });
    harness.pass(12_000);
    expect(harness.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([other]);
    expect(harness.heard().at(-1)).toMatchObject({ callControlId: id, kind: 'parted' });
    harness.does('speak', id, { payload: 'They are gone.', voice });
  });

  it('ends the target’s leg when the caller goes, before and after the answer', () => {
    const ringing = transferring();
    ringing.harness.act(ringing.id, { kind: 'hang_up' });
    expect(ringing.harness.payloads('call.hangup')[1]).toMatchObject({
      call_control_id: ringing.other,
      hangup_cause: 'originator_cancel',
    });
    const bridged = transferring();
    bridged.harness.pass(2000);
    bridged.harness.act(bridged.id, { kind: 'hang_up' });
    expect(bridged.harness.payloads('call.hangup')[1]).toMatchObject({
      call_control_id: bridged.other,
      hangup_cause: 'normal_clearing',
    });
  });

  it('ends when the target’s time is over', () => {
    const { harness, id, other } = transferring({}, { time_limit_secs: 60 });
    harness.pass(62_000);
    expect(harness.payloads('call.hangup')).toMatchObject([
      { call_control_id: other, hangup_cause: 'time_limit' },
      { call_control_id: id, hangup_cause: 'normal_clearing' },
    ]);
  });

  it('lets the earlier target go when the call is transferred on', () => {
    const { harness, id, other } = transferring();
    harness.pass(2000);
    harness.does('transfer', id, { to: '+13125550122' });
    harness.pass(2000);
    expect(harness.payloads('call.hangup').map((payload) => payload['call_control_id'])).toEqual([other]);
    expect(harness.leg(id).bridgedWith).toBe(harness.legRungAt('+13125550122'));
  });
});
