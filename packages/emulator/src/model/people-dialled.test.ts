import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { base64, colleague, createDesk, line, voice } from './testing/desk.ts';

const second = '+13125550122';
const accept = {
  payload: 'A call from the clinic. Press 1 to accept.',
  voice,
  maximum_digits: 1,
  maximum_tries: 1,
  timeout_millis: 4000,
};

/** A caller, and two phones rung for them at once by dials that are linked to their call. */
function ringingTwo(parties: Record<string, Party>) {
  const desk = createDesk({ script: { parties } });
  const id = desk.answeredCall();
  for (const to of [colleague, second]) {
    desk.does('dial', null, {
      connection_id: '28',
      from: line,
      to,
      link_to: id,
      client_state: base64(to),
    });
  }
  const legs: [string, string] = [desk.legRungAt(colleague), desk.legRungAt(second)];
  desk.forget();
  return { desk, id, legs };
}

describe('two phones rung at once', () => {
  it('are legs of the caller’s session with states of their own', () => {
    const { desk, id, legs } = ringingTwo({});
    desk.pass(2000);
    const answered = desk.payloads('call.answered');
    expect(answered.map((payload) => payload['call_control_id'])).toEqual(legs);
    expect(answered.map((payload) => payload['client_state'])).toEqual([base64(colleague), base64(second)]);
    expect(new Set(answered.map((payload) => payload['call_session_id']))).toEqual(
      new Set([desk.leg(id).sessionId]),
    );
  });

  it('stop one by one: a hang-up of the one that still rings cancels it alone', () => {
    const { desk, id, legs } = ringingTwo({ [second]: { answersAfterMs: 20_000 } });
    desk.pass(2000);
    desk.does('hangup', legs[1]);
    expect(desk.payloads('call.hangup')).toMatchObject([
      { call_control_id: legs[1], client_state: base64(second), hangup_cause: 'originator_cancel' },
    ]);
    desk.pass(30_000);
    expect(desk.leg(legs[0]).endedAtMs).toBeNull();
    expect(desk.leg(id).endedAtMs).toBeNull();
  });

  it('are asked each for themselves, and the one that presses first accepts', () => {
    const { desk, legs } = ringingTwo({
      [colleague]: { silent: true, presses: '1' },
      [second]: { presses: '1', pressesAfterMs: 1500 },
    });
    desk.pass(2000);
    for (const leg of legs) desk.does('gather_using_speak', leg, accept);
    desk.pass(1499);
    expect(desk.types()).not.toContain('call.dtmf.received');
    desk.pass(1);
    expect(desk.payload('call.gather.ended')).toMatchObject({
      call_control_id: legs[1],
      digits: '1',
      status: 'valid',
    });
    expect(desk.heard().at(-1)).toMatchObject({ callControlId: legs[1], kind: 'cut' });
    desk.does('gather_stop', legs[0]);
    desk.does('hangup', legs[0]);
    desk.pass(60_000);
    expect(desk.payloads('call.dtmf.received').map((payload) => payload['call_control_id'])).toEqual([
      legs[1],
    ]);
  });
});

function asking(party: Party) {
  const desk = createDesk({ script: { parties: { [colleague]: party } } });
  desk.does('dial', null, { connection_id: '28', from: line, to: colleague });
  desk.pass(2000);
  const id = desk.legRungAt(colleague);
  desk.forget();
  desk.does('gather_using_speak', id, accept);
  return { desk, id };
}

describe('a person who is dialled', () => {
  it('presses two seconds into the prompt when nothing is said of that', () => {
    const { desk } = asking({ presses: '1' });
    desk.pass(1999);
    expect(desk.types()).toEqual([]);
    desk.pass(1);
    expect(desk.types()).toEqual(['call.dtmf.received', 'call.gather.ended']);
  });

  it('presses several keys one after the other, in every gather anew', () => {
    const { desk, id } = asking({ presses: '42', pressesAfterMs: 0 });
    desk.pass(200);
    expect(desk.payloads('call.dtmf.received').map(({ digit }) => digit)).toEqual(['4', '2']);
    desk.does('gather', id, { maximum_digits: 2 });
    desk.pass(200);
    expect(desk.payloads('call.gather.ended').map(({ digits }) => digits)).toEqual(['4', '42']);
  });

  it.each<[string, Party]>([
    ['silent', { silent: true, presses: '1' }],
    ['a machine', { machine: true, presses: '1' }],
  ])('presses nothing when they are %s', (_how, party) => {
    const { desk } = asking(party);
    desk.pass(60_000);
    expect(desk.types()).toEqual(['call.gather.ended']);
    expect(desk.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('presses too late when the gather is over before', () => {
    const { desk } = asking({ presses: '1', pressesAfterMs: 20_000 });
    desk.pass(20_000);
    expect(desk.types()).toEqual(['call.gather.ended', 'call.dtmf.received']);
  });

  it('hangs up in the middle of the prompt', () => {
    const { desk, id } = asking({ hangsUpAfterMs: 1000 });
    desk.pass(10_000);
    expect(desk.types()).toEqual(['call.hangup', 'call.gather.ended']);
    expect(desk.payload('call.hangup')).toMatchObject({ call_control_id: id, hangup_source: 'callee' });
  });

  it('is acted for by whoever picks up, and does nothing by the script then', () => {
    const desk = createDesk({ script: { parties: { [colleague]: { presses: '1', neverAnswers: true } } } });
    desk.does('dial', null, { connection_id: '28', from: line, to: colleague });
    const id = desk.legRungAt(colleague);
    desk.act(id, { kind: 'answer' });
    desk.does('gather_using_speak', id, accept);
    desk.pass(60_000);
    expect(desk.types()).not.toContain('call.dtmf.received');
  });
});

describe('the target of a transfer', () => {
  it('can hang up while the announcement plays, and leaves the caller usable', () => {
    const desk = createDesk({ script: { parties: { [colleague]: { hangsUpAfterMs: 1000 } } } });
    const id = desk.answeredCall();
    desk.does('transfer', id, { to: colleague, audio_url: 'https://example.com/whisper.mp3' });
    desk.pass(10_000);
    expect(desk.types()).toEqual(['call.initiated', 'call.answered', 'call.hangup']);
    expect(desk.heard().findLast(({ callControlId }) => callControlId === id)).toMatchObject({
      kind: 'not_connected',
      cause: 'normal_clearing',
    });
    desk.does('speak', id, { payload: 'They are gone.', voice });
    expect(desk.said(id)).toEqual(['They are gone.']);
  });

  it('talks with the caller once they are bridged', () => {
    const desk = createDesk();
    const id = desk.answeredCall();
    desk.does('dial', null, {
      connection_id: '28',
      from: line,
      to: colleague,
      link_to: id,
      bridge_on_answer: true,
    });
    desk.pass(2000);
    desk.act(desk.legRungAt(colleague), { kind: 'say', text: 'Clinic, good morning.' });
    expect(desk.said(id)).toEqual(['Clinic, good morning.']);
  });
});
