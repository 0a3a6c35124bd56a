import { describe, expect, it } from 'vitest';
import type { Party } from './script.ts';
import { base64, codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';

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
  const harness = createHarness({ script: { parties } });
  const id = harness.answeredCall();
  for (const to of [colleague, second]) {
    harness.does('dial', null, {
      connection_id: '28',
      from: line,
      to,
      link_to: id,
      client_state: base64(to),
    });
  }
  const legs: [string, string] = [harness.legRungAt(colleague), harness.legRungAt(second)];
  harness.forget();
  return { harness, id, legs };
}

describe('two phones rung at once', () => {
  it('are legs of the caller’s session with states of their own', () => {
    const { harness, id, legs } = ringingTwo({});
    harness.pass(2000);
    const answered = harness.payloads('call.answered');
    expect(answered.map((payload) => payload['call_control_id'])).toEqual(legs);
    expect(answered.map((payload) => payload['client_state'])).toEqual([base64(colleague), base64(second)]);
    expect(new Set(answered.map((payload) => payload['call_session_id']))).toEqual(
      new Set([harness.leg(id).sessionId]),
    );
  });

  it('stop one by one: a hang-up of the one that still rings cancels it alone, a round trip later', () => {
    const { harness, id, legs } = ringingTwo({ [second]: { answersAfterMs: 20_000 } });
    harness.pass(2000);
    harness.does('hangup', legs[1]);
    expect(harness.payloads('call.hangup')).toEqual([]);
    expect(codesOf(harness.command('hangup', legs[1] ?? ''))).toEqual(['90018']);
    harness.pass(1000);
    expect(harness.payloads('call.hangup')).toMatchObject([
      { call_control_id: legs[1], client_state: base64(second), hangup_cause: 'originator_cancel' },
    ]);
    harness.pass(30_000);
    expect(harness.leg(legs[0]).endedAtMs).toBeNull();
    expect(harness.leg(id).endedAtMs).toBeNull();
  });

  it('are asked each for themselves, and the one that presses first accepts', () => {
    const { harness, legs } = ringingTwo({
      [colleague]: { silent: true, presses: '1' },
      [second]: { presses: '1', pressesAfterMs: 1500 },
    });
    harness.pass(2000);
    for (const leg of legs) harness.does('gather_using_speak', leg, accept);
    harness.pass(1499);
    expect(harness.types()).not.toContain('call.dtmf.received');
    harness.pass(1);
    expect(harness.payload('call.gather.ended')).toMatchObject({
      call_control_id: legs[1],
      digits: '1',
      status: 'valid',
    });
    expect(harness.heard().at(-1)).toMatchObject({ callControlId: legs[1], kind: 'cut' });
    harness.does('gather_stop', legs[0]);
    harness.does('hangup', legs[0]);
    harness.pass(60_000);
    expect(harness.payloads('call.dtmf.received').map((payload) => payload['call_control_id'])).toEqual([
      legs[1],
    ]);
  });
});

function asking(party: Party) {
  const harness = createHarness({ script: { parties: { [colleague]: party } } });
  harness.does('dial', null, { connection_id: '28', from: line, to: colleague });
  harness.pass(2000);
  const id = harness.legRungAt(colleague);
  harness.forget();
  harness.does('gather_using_speak', id, accept);
  return { harness, id };
}

describe('a person who is dialled', () => {
  it('presses two seconds into the prompt when nothing is said of that', () => {
    const { harness } = asking({ presses: '1' });
    harness.pass(1999);
    expect(harness.types()).toEqual([]);
    harness.pass(1);
    expect(harness.types()).toEqual(['call.dtmf.received', 'call.gather.ended']);
  });

  it('presses several keys one after the other, in every gather anew', () => {
    const { harness, id } = asking({ presses: '42', pressesAfterMs: 0 });
    harness.pass(200);
    expect(harness.payloads('call.dtmf.received').map(({ digit }) => digit)).toEqual(['4', '2']);
    harness.does('gather', id, { maximum_digits: 2 });
    harness.pass(200);
    expect(harness.payloads('call.gather.ended').map(({ digits }) => digits)).toEqual(['4', '42']);
  });

  it.each<[string, Party]>([
    ['silent', { silent: true, presses: '1' }],
    ['a machine', { machine: true, presses: '1' }],
  ])('presses nothing when they are %s', (_how, party) => {
    const { harness } = asking(party);
    harness.pass(60_000);
    expect(harness.types()).toEqual(['call.gather.ended']);
    expect(harness.payload('call.gather.ended')).toMatchObject({ digits: '', status: 'invalid' });
  });

  it('presses too late when the gather is over before', () => {
    const { harness } = asking({ presses: '1', pressesAfterMs: 20_000 });
    harness.pass(20_000);
    expect(harness.types()).toEqual(['call.gather.ended', 'call.dtmf.received']);
  });

  it('hangs up in the middle of the prompt', () => {
    const { harness, id } = asking({ hangsUpAfterMs: 1000 });
    harness.pass(10_000);
    expect(harness.types()).toEqual(['call.hangup', 'call.gather.ended']);
    expect(harness.payload('call.hangup')).toMatchObject({ call_control_id: id, hangup_source: 'callee' });
  });

  it('is acted for by whoever picks up, and does nothing by the script then', () => {
    const harness = createHarness({
      script: { parties: { [colleague]: { presses: '1', neverAnswers: true } } },
    });
    harness.does('dial', null, { connection_id: '28', from: line, to: colleague });
    const id = harness.legRungAt(colleague);
    harness.act(id, { kind: 'answer' });
    harness.does('gather_using_speak', id, accept);
    harness.pass(60_000);
    expect(harness.types()).not.toContain('call.dtmf.received');
  });
});

describe('the target of a transfer', () => {
  it('can hang up while the announcement plays, and leaves the caller usable', () => {
    const harness = createHarness({ script: { parties: { [colleague]: { hangsUpAfterMs: 1000 } } } });
    const id = harness.answeredCall();
    harness.does('transfer', id, { to: colleague, audio_url: 'https://example.com/whisper.mp3' });
    harness.pass(10_000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered', 'call.hangup']);
    expect(harness.heard().findLast(({ callControlId }) => callControlId === id)).toMatchObject({
      kind: 'not_connected',
      cause: 'normal_clearing',
    });
    harness.does('speak', id, { payload: 'They are gone.', voice });
    expect(harness.said(id)).toEqual(['They are gone.']);
  });

  it('talks with the caller once they are bridged', () => {
    const harness = createHarness();
    const id = harness.answeredCall();
    harness.does('dial', null, {
      connection_id: '28',
      from: line,
      to: colleague,
      link_to: id,
      bridge_on_answer: true,
    });
    harness.pass(2000);
    harness.act(harness.legRungAt(colleague), { kind: 'say', text: 'Clinic, good morning.' });
    expect(harness.said(id)).toEqual(['Clinic, good morning.']);
  });
});
