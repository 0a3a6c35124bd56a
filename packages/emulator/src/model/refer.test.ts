import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { codesOf, createHarness, voice } from './testing/harness.ts';

const address = 'sip:support@example.com';

function referring(party: Party = {}) {
  const harness = createHarness({ script: { parties: { [address]: party } } });
  const id = harness.answeredCall();
  harness.does('refer', id, { sip_address: address });
  return { harness, id };
}

describe('refer', () => {
  it('hands the caller to another SIP address, and the leg ends', () => {
    const { harness, id } = referring();
    expect(harness.types()).toEqual(['call.refer.started']);
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.refer.started', 'call.refer.completed', 'call.hangup']);
    expect(harness.payload('call.refer.started')).toMatchObject({
      call_control_id: id,
      sip_notify_response: 100,
    });
    expect(harness.payload('call.refer.completed')).toMatchObject({ sip_notify_response: 200 });
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'normal_clearing',
      hangup_source: 'callee',
    });
    expect(harness.heard()).toMatchObject([
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
    const { harness, id } = referring(party);
    harness.pass(30_000);
    expect(harness.types()).toEqual(['call.refer.started', 'call.refer.failed']);
    expect(harness.payload('call.refer.failed')).toMatchObject({ call_control_id: id, sip_notify_response });
    expect(harness.heard().at(-1)).toMatchObject({ kind: 'not_connected', to: address });
    harness.does('speak', id, { payload: 'Nobody is there.', voice });
    harness.does('refer', id, { sip_address: address });
  });

  it('lets the caller hear the application while it lasts', () => {
    const { harness, id } = referring({ answersAfterMs: 10_000 });
    harness.does('speak', id, { payload: 'One moment.', voice });
    harness.pass(10_000);
    expect(harness.types()).toEqual([
      'call.refer.started',
      'call.speak.started',
      'call.speak.ended',
      'call.refer.completed',
      'call.hangup',
    ]);
  });

  it('ends with the call when the caller hangs up meanwhile', () => {
    const { harness, id } = referring();
    harness.act(id, { kind: 'hang_up' });
    harness.pass(10_000);
    expect(harness.types()).toEqual(['call.refer.started', 'call.hangup']);
  });

  it('is one at a time', () => {
    const { harness, id } = referring();
    expect(codesOf(harness.command('refer', id, { sip_address: address }))).toEqual(['90033']);
  });

  it('takes the call out of its queue', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('enqueue', id, { queue_name: 'support' });
    harness.does('refer', id, { sip_address: address });
    expect(harness.payload('call.dequeued')).toMatchObject({ reason: 'bridging-in-process' });
  });
});
