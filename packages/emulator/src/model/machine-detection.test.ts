import { describe, expect, it } from 'vitest';
import type { Json } from './json.ts';
import type { Party } from './script.ts';
import { base64, codesOf, colleague, createHarness, line, voice } from './testing/harness.ts';

type Told = [type: string, result: Json | undefined, afterMs: number];

/** What detection tells, and how long after the answer. */
function detecting(mode: string, party: Party = {}, config: Record<string, number> = {}): Told[] {
  const harness = createHarness({ script: { parties: { [colleague]: { answersAfterMs: 1000, ...party } } } });
  harness.does('dial', null, {
    connection_id: '28',
    from: line,
    to: colleague,
    answering_machine_detection: mode,
    answering_machine_detection_config: config,
  });
  harness.pass(120_000);
  const answeredAtMs = harness
    .webhooks()
    .find(({ data }) => data.event_type === 'call.answered')?.occurredAtMs;
  return harness
    .webhooks()
    .filter(({ data }) => data.event_type.startsWith('call.machine.'))
    .map(({ data, occurredAtMs }) => [
      data.event_type.replace('call.machine.', ''),
      data.payload['result'],
      occurredAtMs - (answeredAtMs ?? 0),
    ]);
}

const machine: Party = { machine: true, greetsForMs: 6000 };
const noBeep: Party = { ...machine, beeps: false };
const silent: Party = { silent: true };
const unsure: Party = { unsure: true };

describe('answering-machine detection', () => {
  it('is off unless it is asked for', () => {
    expect(detecting('disabled', machine)).toEqual([]);
  });

  it.each(['detect', 'detect_beep', 'detect_words', 'greeting_end'])('by %s tells a person', (mode) => {
    expect(detecting(mode)).toEqual([['detection.ended', 'human', 1500]]);
    expect(detecting(mode, unsure)).toEqual([['detection.ended', 'not_sure', 3500]]);
  });

  it.each<[string, Party, Told[]]>([
    ['detect', machine, []],
    ['detect_beep', machine, [['greeting.ended', 'beep_detected', 6400]]],
    ['detect_beep', noBeep, []],
    ['detect_words', machine, [['greeting.ended', 'beep_detected', 6400]]],
    ['detect_words', noBeep, [['greeting.ended', 'not_sure', 33_500]]],
    ['detect_words', { machine: true, greetsForMs: 40_000 }, [['greeting.ended', 'not_sure', 33_500]]],
    ['greeting_end', machine, [['greeting.ended', 'beep_detected', 6400]]],
    ['greeting_end', noBeep, [['greeting.ended', 'ended', 7500]]],
    ['greeting_end', silent, [['greeting.ended', 'ended', 5000]]],
    ['detect_beep', silent, []],
  ])('by %s of %j takes it for a machine and then tells of its greeting', (mode, party, greeting) => {
    expect(detecting(mode, party)).toEqual([['detection.ended', 'machine', 3500], ...greeting]);
  });

  it('tells a machine with a short greeting by its beep, or by the silence after it', () => {
    expect(detecting('greeting_end', { machine: true, greetsForMs: 2000 })).toEqual([
      ['detection.ended', 'machine', 2000],
      ['greeting.ended', 'beep_detected', 2400],
    ]);
    expect(detecting('detect', { machine: true, greetsForMs: 2000, beeps: false })).toEqual([
      ['detection.ended', 'machine', 2800],
    ]);
  });

  it('takes five seconds for the greeting of a machine nothing more is said of', () => {
    expect(detecting('detect_beep', { machine: true })).toEqual([
      ['detection.ended', 'machine', 3500],
      ['greeting.ended', 'beep_detected', 5400],
    ]);
  });

  it('keeps to the times it is given', () => {
    const config = { greeting_duration_millis: 2000, total_analysis_time_millis: 3000 };
    expect(detecting('detect', machine, config)).toEqual([['detection.ended', 'machine', 2000]]);
    expect(detecting('detect', unsure, config)).toEqual([['detection.ended', 'not_sure', 3000]]);
    expect(detecting('greeting_end', noBeep, { greeting_total_analysis_time_millis: 1000 })).toEqual([
      ['detection.ended', 'machine', 3500],
      ['greeting.ended', 'not_sure', 4500],
    ]);
  });
});

describe('premium detection', () => {
  it.each<[Party, Told[]]>([
    [{}, [['premium.detection.ended', 'human_residence', 1500]]],
    [silent, [['premium.detection.ended', 'silence', 3500]]],
    [unsure, [['premium.detection.ended', 'not_sure', 30_000]]],
    [
      machine,
      [
        ['premium.detection.ended', 'machine', 3500],
        ['premium.greeting.ended', 'beep_detected', 6400],
      ],
    ],
    [
      noBeep,
      [
        ['premium.detection.ended', 'machine', 3500],
        ['premium.greeting.ended', 'no_beep_detected', 33_500],
      ],
    ],
  ])('of %j has results of its own', (party, told) => {
    expect(detecting('premium', party)).toEqual(told);
  });

  it('tells of the greeting alone when the beep comes before the verdict', () => {
    expect(detecting('premium', { machine: true, greetsForMs: 3000 })).toEqual([
      ['premium.greeting.ended', 'beep_detected', 3400],
    ]);
  });

  it('is over after the time it is given', () => {
    expect(detecting('premium', unsure, { total_analysis_time_millis: 8000 })).toEqual([
      ['premium.detection.ended', 'not_sure', 8000],
    ]);
  });
});

describe('detection on the target of a transfer', () => {
  it('comes with the target’s ids and state, while the two are bridged', () => {
    const harness = createHarness({ script: { parties: { [colleague]: machine } } });
    const id = harness.answeredCall();
    harness.does('transfer', id, {
      to: colleague,
      answering_machine_detection: 'premium',
      target_leg_client_state: base64('target'),
    });
    harness.pass(20_000);
    expect(harness.types()).toEqual([
      'call.initiated',
      'call.answered',
      'call.bridged',
      'call.bridged',
      'call.machine.premium.detection.ended',
      'call.machine.premium.greeting.ended',
    ]);
    expect(harness.payload('call.machine.premium.detection.ended')).toMatchObject({
      call_control_id: harness.legRungAt(colleague),
      client_state: base64('target'),
      from: line,
      to: colleague,
    });
    const heard = harness.heard().filter(({ callControlId }) => callControlId === id);
    expect(heard.map((one) => ('text' in one ? one.text : one.kind))).toEqual([
      'ringing',
      'connected',
      'Please leave a message after the tone.',
      'beep',
    ]);
  });
});

describe('a call that a machine has answered', () => {
  it('ends detection when it is hung up', () => {
    const harness = createHarness({
      script: { parties: { [colleague]: { ...machine, hangsUpAfterMs: 3000 } } },
    });
    const body = {
      connection_id: '28',
      from: line,
      to: colleague,
      answering_machine_detection: 'detect_words',
    };
    harness.does('dial', null, body);
    harness.pass(60_000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered', 'call.hangup']);
    expect(harness.nextDueInMs()).toBeNull();
  });

  it('has what is said after the beep on it, and speaks to whatever listens there', () => {
    const harness = createHarness({ script: { parties: { [colleague]: machine } } });
    const body = { connection_id: '28', from: line, to: colleague };
    harness.does('dial', null, { ...body, answering_machine_detection: 'detect_beep' });
    harness.pass(2000);
    const id = harness.legRungAt(colleague);
    harness.does('ai_assistant_start', id);
    harness.pass(1000);
    expect(harness.said(id)).toEqual(['You said: Please leave a message after the tone.']);
    harness.does('ai_assistant_stop', id);
    harness.pass(7000);
    harness.does('speak', id, { payload: 'Please call us back.', voice });
    expect(harness.said(id).at(-1)).toBe('Please call us back.');
    expect(harness.heard().at(-2)).toMatchObject({ callControlId: id, kind: 'beep' });
  });

  it('is one with a person again when somebody picks up for them', () => {
    const script = { parties: { [colleague]: { ...machine, answersAfterMs: 60_000, hangsUpAfterMs: 5000 } } };
    const harness = createHarness({ script });
    harness.does('dial', null, {
      connection_id: '28',
      from: line,
      to: colleague,
      timeout_secs: 120,
      answering_machine_detection: 'detect',
    });
    harness.act(harness.legRungAt(colleague), { kind: 'answer' });
    harness.pass(60_000);
    expect(harness.types()).toEqual(['call.initiated', 'call.answered', 'call.machine.detection.ended']);
    expect(harness.payload('call.machine.detection.ended')).toMatchObject({ result: 'human' });
  });
});

describe('the times of detection', () => {
  it.each(['total_analysis_time_millis', 'silence_threshold', 'maximum_number_of_words'])(
    'are whole numbers: %s',
    (name) => {
      const harness = createHarness();
      const config = { [name]: 'soon' };
      const reply = harness.command('transfer', harness.answeredCall(), {
        to: colleague,
        answering_machine_detection: 'detect',
        answering_machine_detection_config: config,
      });
      const pointer = `/answering_machine_detection_config/${name}`;
      expect(reply).toMatchObject({
        status: 422,
        body: { errors: [{ code: '10026', source: { pointer } }] },
      });
      const dialled = { connection_id: '28', from: line, to: colleague };
      const refusal = harness.command('dial', null, {
        ...dialled,
        answering_machine_detection_config: config,
      });
      expect(codesOf(refusal)).toEqual(['10026']);
    },
  );
});
