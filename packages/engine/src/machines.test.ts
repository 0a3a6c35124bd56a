import { describe, expect, test } from 'vitest';
import type { EngineEvent } from './event.ts';
import { at, carrierEvent, flowOf, newCall, play } from './testing/moments.ts';

const PREMIUM = 'call.machine.premium';
const bye = { type: 'hangup' };
const words = (payload: string) => ({ type: 'speak', params: { payload }, exits: { done: 'bye' } });

function flowWith(answering_machine_detection: string, exits: object = {}) {
  return flowOf({
    begin: {
      type: 'start',
      params: { answering_machine_detection, wait_for_greeting: true },
      exits: { human: 'hello', machine: 'message', ...exits },
    },
    hello: words('Hello.'),
    message: words('Call us back.'),
    who: words('This is the clinic.'),
    bye,
  });
}

const told = (type: string, seconds: number, result: string) =>
  carrierEvent(type, seconds, at(1, { result }));
const answered = [carrierEvent('call.initiated', 0), carrierEvent('call.answered', 3, at(1))];
const nodeAfter = (flow: ReturnType<typeof flowOf>, events: readonly EngineEvent[]) =>
  play(flow, [...answered, ...events], newCall(flow, 'outgoing')).call.node;

describe('whoever answers a call of ours', () => {
  const flow = flowWith('premium');
  const machine = told(`${PREMIUM}.detection.ended`, 7, 'machine');
  const beep = told(`${PREMIUM}.greeting.ended`, 20, 'beep_detected');

  test('is a machine when it beeps before there is a verdict', () => {
    expect(nodeAfter(flow, [beep])).toBe('message');
  });

  test('is spoken to after the beep, not in a pause of the greeting', () => {
    const pause = told(`${PREMIUM}.greeting.ended`, 9, 'prompt_ended');
    expect(nodeAfter(flow, [machine, pause])).toBe('begin');
    expect(nodeAfter(flow, [pause, machine])).toBe('begin');
    expect(nodeAfter(flow, [machine, pause, beep])).toBe('message');
  });

  test('is no person when it is a fax', () => {
    expect(nodeAfter(flow, [told(`${PREMIUM}.detection.ended`, 7, 'fax_detected')])).toBe('message');
  });

  test('may let a phone screen the call: the flow says who calls, or waits for who picks up', () => {
    const mode = 'premium_ios_call_screening_detection';
    const screens = told(`${PREMIUM}.call_screening.detected`, 6, 'screening');
    const person = told(`${PREMIUM}.detection.ended`, 14, 'human_residence');
    expect(nodeAfter(flowWith(mode, { screening: 'who' }), [screens])).toBe('who');
    expect(nodeAfter(flowWith(mode), [screens])).toBe('begin');
    expect(nodeAfter(flowWith(mode), [screens, person])).toBe('hello');
  });
});

describe('words that a beep cuts', () => {
  test('are waited for as patiently after the beep as before', () => {
    const events = [...answered, ...speaking];
    const before = play(flow, events, newCall(flow, 'outgoing')).call.waiting;
    const after = play(flow, [...events, beep], newCall(flow, 'outgoing')).call.waiting;
    expect(before?.sounding).toBeDefined();
    expect([after?.deadlineMs, after?.sounding]).toEqual([before?.deadlineMs, before?.sounding]);
  });

  const flow = flowWith('premium');
  const speaking = [told(`${PREMIUM}.detection.ended`, 4, 'human_residence')];
  const cut = carrierEvent('call.speak.ended', 9, at(2, { status: 'cancelled_amd' }));
  const beep = carrierEvent(`${PREMIUM}.greeting.ended`, 9, at(2, { result: 'beep_detected' }));
  const said = (events: readonly EngineEvent[]) =>
    play(flow, [...answered, ...speaking, ...events], newCall(flow, 'outgoing')).commands.length;

  test('are said once more, in whichever order the beep is told', () => {
    expect([said([]), said([cut]), said([cut, beep]), said([beep]), said([beep, cut])]).toEqual([
      1, 1, 2, 1, 2,
    ]);
  });
});

test('a call of ours that still rings is hung up, as the carrier turns away none that goes out', () => {
  const flow = flowOf({
    begin: { type: 'start', exits: { outgoing: 'no' } },
    no: { type: 'reject' },
    zero: { type: 'on_signal', params: { name: 'stop' }, exits: { then: 'no' } },
  });
  const stop = { kind: 'signal', id: 's', name: 'stop', data: {} } as const;
  const { commands } = play(flow, [carrierEvent('call.initiated', 0), stop], newCall(flow, 'outgoing'));
  expect(commands.map(({ action }) => action)).toEqual(['hangup']);
});
