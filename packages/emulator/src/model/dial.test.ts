import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { base64, colleague, createDesk, line, voice } from './testing/desk.ts';

const body = { connection_id: '28', from: line, to: colleague };

function dialling(party: Party = {}, more: Record<string, unknown> = {}) {
  const desk = createDesk({ script: { parties: { [colleague]: party } } });
  const reply = desk.does('dial', null, { ...body, ...more });
  return { desk, reply, id: desk.legRungAt(colleague) };
}

describe('dial', () => {
  it('answers at once with the ids of a leg that is not alive yet', () => {
    const { desk, reply, id } = dialling({}, { client_state: base64('out') });
    expect(reply).toEqual({
      data: {
        call_control_id: id,
        call_leg_id: desk.leg(id).legId,
        call_session_id: desk.leg(id).sessionId,
        client_state: base64('out'),
        is_alive: false,
        record_type: 'call',
      },
    });
    expect(desk.payload('call.initiated')).toMatchObject({
      client_state: base64('out'),
      connection_id: '28',
      direction: 'outgoing',
      state: 'bridging',
    });
  });

  it('is answered as the script says and can then be used', () => {
    const { desk, id } = dialling({ answersAfterMs: 5000 });
    expect(desk.command('speak', id, { payload: 'Hello.', voice }).status).toBe(422);
    desk.pass(5000);
    expect(desk.types()).toEqual(['call.initiated', 'call.answered']);
    desk.does('speak', id, { payload: 'Hello.', voice });
    expect(desk.said(id)).toEqual(['Hello.']);
  });

  it('takes a list of one number, and digits behind the number', () => {
    const { desk } = dialling({ busy: true }, { to: [`${colleague},42#`] });
    desk.pass(5000);
    expect(desk.payload('call.hangup')).toMatchObject({ hangup_cause: 'user_busy' });
  });

  it('ends as no_answer instead of timeout when there is no second try', () => {
    const { desk } = dialling({ neverAnswers: true }, { retry_on_timeout: false });
    desk.pass(30_000);
    expect(desk.payload('call.hangup')).toMatchObject({ hangup_cause: 'no_answer' });
  });

  it('joins the session of the leg it is linked to, and its bridge when asked to', () => {
    const desk = createDesk();
    const first = desk.answeredCall();
    desk.does('dial', null, { ...body, link_to: first, bridge_on_answer: true });
    expect(desk.payload('call.initiated')['call_session_id']).toBe(desk.leg(first).sessionId);
    desk.pass(2000);
    expect(desk.types()).toEqual(['call.initiated', 'call.answered', 'call.bridged', 'call.bridged']);
  });

  it('refuses to link to a leg that is not known', () => {
    const desk = createDesk();
    expect(desk.command('dial', null, { ...body, link_to: 'v3:nobody' }).status).toBe(422);
    expect(desk.types()).toEqual([]);
  });

  it('plays its recording to whoever answers', () => {
    const { desk } = dialling({}, { media_name: 'hello' });
    desk.pass(2000);
    expect(desk.payload('call.playback.started')).toMatchObject({ media_name: 'hello' });
  });

  it('is cancelled by a hang-up while it rings', () => {
    const { desk, id } = dialling();
    desk.does('hangup', id);
    desk.pass(10_000);
    expect(desk.types()).toEqual(['call.initiated', 'call.hangup']);
    expect(desk.payload('call.hangup')).toMatchObject({
      hangup_cause: 'originator_cancel',
      hangup_source: 'caller',
    });
  });

  it('ends at its time limit', () => {
    const { desk } = dialling({}, { time_limit_secs: 30 });
    desk.pass(32_000);
    expect(desk.payload('call.hangup')).toMatchObject({ hangup_cause: 'time_limit' });
  });

  it('sends its webhooks where it was told to', () => {
    const { desk } = dialling(
      {},
      {
        webhook_url: 'https://example.com/all',
        webhook_urls: { 'call.answered': 'https://example.com/answered' },
      },
    );
    desk.pass(2000);
    expect(desk.webhooks().map(({ url }) => url)).toEqual([
      'https://example.com/all',
      'https://example.com/answered',
    ]);
  });
});
