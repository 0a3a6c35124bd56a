import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { codesOf, createDesk, voice } from './testing/desk.ts';

const address = 'sip:support@example.com';

function referring(party: Party = {}) {
  const desk = createDesk({ script: { parties: { [address]: party } } });
  const id = desk.answeredCall();
  desk.does('refer', id, { sip_address: address });
  return { desk, id };
}

describe('refer', () => {
  it('hands the caller to another SIP address, and the leg ends', () => {
    const { desk, id } = referring();
    expect(desk.types()).toEqual(['call.refer.started']);
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.refer.started', 'call.refer.completed', 'call.hangup']);
    expect(desk.payload('call.refer.started')).toMatchObject({
      call_control_id: id,
      sip_notify_response: 100,
    });
    expect(desk.payload('call.refer.completed')).toMatchObject({ sip_notify_response: 200 });
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'callee',
    });
    expect(desk.heard()).toMatchObject([
      { kind: 'ringing', to: address },
      { kind: 'connected', with: address },
      { kind: 'hung_up' },
    ]);
  });

  it.each([
    ['is busy', { busy: true }, 486],
    ['declines', { declines: true }, 603],
    ['is not there', { notFound: true }, 404],
    ['never answers', { neverAnswers: true }, 408],
  ])('fails when the address %s, and leaves the leg usable', (_how, party, sip_notify_response) => {
    const { desk, id } = referring(party);
    desk.pass(30_000);
    expect(desk.types()).toEqual(['call.refer.started', 'call.refer.failed']);
    expect(desk.payload('call.refer.failed')).toMatchObject({ call_control_id: id, sip_notify_response });
    expect(desk.heard().at(-1)).toMatchObject({ kind: 'not_connected', to: address });
    desk.does('speak', id, { payload: 'Nobody is there.', voice });
    desk.does('refer', id, { sip_address: address });
  });

  it('lets the caller hear the application while it lasts', () => {
    const { desk, id } = referring({ answersAfterMs: 10_000 });
    desk.does('speak', id, { payload: 'One moment.', voice });
    desk.pass(10_000);
    expect(desk.types()).toEqual([
      'call.refer.started',
      'call.speak.started',
      'call.speak.ended',
      'call.refer.completed',
      'call.hangup',
    ]);
  });

  it('ends with the call when the caller hangs up meanwhile', () => {
    const { desk, id } = referring();
    desk.act(id, { kind: 'hang_up' });
    desk.pass(10_000);
    expect(desk.types()).toEqual(['call.refer.started', 'call.hangup']);
  });

  it('is one at a time', () => {
    const { desk, id } = referring();
    expect(codesOf(desk.command('refer', id, { sip_address: address }))).toEqual(['90033']);
  });

  it('takes the call out of its queue', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('enqueue', id, { queue_name: 'support' });
    desk.does('refer', id, { sip_address: address });
    expect(desk.payload('call.dequeued')).toMatchObject({ reason: 'bridging-in-process' });
  });
});
