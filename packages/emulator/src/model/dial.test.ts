import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { base64, colleague, createHarness, line, voice } from './testing/harness.ts';

const body = { connection_id: '28', from: line, to: colleague };

function dialling(party: Party = {}, more: Record<string, unknown> = {}) {
  const harness = createHarness({ script: { parties: { [colleague]: party } } });
  const reply = harness.does('dial', null, { ...body, ...more });
  return { harness, reply, id: harness.legRungAt(colleague) };
}

describe('dial', () => {
  it('answers at once with the ids of a leg that is not alive yet', () => {
    const { harness, reply, id } = dialling({}, { client_state: base64('out') });
    expect(reply).toEqual({
      data: {
        call_control_id: id,
        call_leg_id: harness.leg(id).legId,
        call_session_id: harness.leg(id).sessionId,
        client_state: base64('out'),
        is_alive: false,
        record_type: 'call',
      },
    });
    expect(harness.payload('call.initiated')).toMatchObject({
      client_state: base64('out'),
      connection_id: '28',
      direction: 'outgoing',
      state: 'bridging',
    });
  });

  it('is answered as the script says and can then be used', () => {
    const { harness, id } = dialling({ answersAfterMs: 5000 });
    expect(harness.command('speak', id, { payload: 'Hello.', voice }).status).toBe(422);
    harness.pass(5000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered']);
    harness.does('speak', id, { payload: 'Hello.', voice });
    expect(harness.said(id)).toEqual(['Hello.']);
  });

  it('takes a list of one number, and digits behind the number', () => {
    const { harness } = dialling({ busy: true }, { to: [`${colleague},42#`] });
    harness.pass(5000);
    expect(harness.payload('call.hangup')).toMatchObject({ hangup_cause: 'user_busy' });
  });

  it('ends as no_answer instead of timeout when there is no second try', () => {
    const { harness } = dialling({ neverAnswers: true }, { retry_on_timeout: false });
    harness.pass(30_000);
    expect(harness.payload('call.hangup')).toMatchObject({ hangup_cause: 'no_answer' });
  });

  it('joins the session of the leg it is linked to, and its bridge when asked to', () => {
    const harness = createHarness();
    const first = harness.answeredCall();
    harness.does('dial', null, { ...body, link_to: first, bridge_on_answer: true });
    expect(harness.payload('call.initiated')['call_session_id']).toBe(harness.leg(first).sessionId);
    harness.pass(2000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered', 'call.bridged', 'call.bridged']);
  });

  it('refuses to link to a leg that is not known', () => {
    const harness = createHarness();
    expect(harness.command('dial', null, { ...body, link_to: 'v3:nobody' }).status).toBe(422);
    expect(harness.types()).toEqual([]);
  });

  it('plays its recording to whoever answers', () => {
    const { harness } = dialling({}, { media_name: 'hello' });
    harness.pass(2000);
    expect(harness.payload('call.playback.started')).toMatchObject({ media_name: 'hello' });
  });

  it('is cancelled by a hang-up while it rings', () => {
    const { harness, id } = dialling();
    harness.does('hangup', id);
    harness.pass(10_000);
    expect(harness.types()).toEqual(['call.initiated', 'call.hangup']);
    expect(harness.payload('call.hangup')).toMatchObject({
      hangup_cause: 'originator_cancel',
      hangup_source: 'caller',
    });
  });

  it('ends at its time limit', () => {
    const { harness } = dialling({}, { time_limit_secs: 30 });
    harness.pass(32_000);
    expect(harness.payload('call.hangup')).toMatchObject({ hangup_cause: 'time_limit' });
  });

  it('sends its webhooks where it was told to', () => {
    const { harness } = dialling(
      {},
      {
        webhook_url: 'https://example.com/all',
        webhook_urls: {
          'call.answered': ['https://example.com/answered'],
          'call.hangup': 'https://example.com/over',
        },
      },
    );
    harness.pass(2000);
    expect(harness.webhooks().map(({ url }) => url)).toEqual([
      'https://example.com/all',
      'https://example.com/answered',
    ]);
  });
});
