import { describe, expect, test } from 'vitest';
import { budget } from './budget.ts';
import type { Call, Command, EngineEvent } from './index.ts';
import { carrierEvent, flowOf, newCall, play, rung, T0 } from './testing/moments.ts';
import { type Transition, transition } from './transition.ts';

const start = { type: 'start', exits: { incoming: 'it' } };
const bye = { type: 'hangup' };
const request = { url: 'https://api.example.com/x' };
const message = { to: '+13125550142', text: 'Hello.' };

/** Plays a call in which every command is taken at once and every request answered, until nothing more is sent. */
function playOut(flow: ReturnType<typeof flowOf>): readonly Transition[] {
  const played = [play(flow, rung)];
  for (let next = played.at(-1); next !== undefined && played.length < 2_000; next = played.at(-1)) {
    const command = next.commands.findLast(({ reportsBack, via }) => reportsBack === true || via === 'http');
    if (command === undefined) break;
    played.push(transition(flow, stored(next.call), answerTo(command), T0 + played.length * 1_000));
  }
  return played;
}

function stored(call: Call): Call {
  return JSON.parse(JSON.stringify(call));
}

function answerTo(command: Command): EngineEvent {
  if (command.via !== 'http') return { kind: 'accepted', command, response: {} };
  const payload = { status: 200, headers: {}, body: {}, duration_ms: 5 };
  return { kind: 'requested', command, type: 'http.answered', payload };
}

function sent(played: readonly Transition[], action: string): number {
  return played.flatMap(({ commands }) => commands).filter((command) => command.action === action).length;
}

function notes(played: readonly Transition[]): readonly string[] {
  return played.flatMap(({ trace }) => trace).flatMap((line) => (line.kind === 'note' ? [line.text] : []));
}

describe('a circle that sends', () => {
  test('requests without waiting for an answer is cut within one event after a few dozen', () => {
    const it = { type: 'http_request', params: { ...request, wait: false }, exits: { success: 'it' } };
    const played = [play(flowOf({ start, it, bye }), rung)];
    expect(sent(played, 'http_request')).toBeLessThanOrEqual(budget.commandsAtOnce);
    expect(notes(played)).toEqual([expect.stringContaining('commands at once; the loop is cut here')]);
    expect(played[0]?.commands.at(-1)?.action).toBe('speak');
  });

  test('requests and hears each answer is cut too', () => {
    const it = { type: 'http_request', params: request, exits: { success: 'it' } };
    const played = playOut(flowOf({ start, it, bye }));
    expect(sent(played, 'http_request')).toBe(budget.cost);
    expect(notes(played)).toEqual([
      'The call sent too many requests, messages and calls without a word or a key from the caller; the loop is cut here.',
    ]);
  });

  test('paid messages, each taken before the next, is cut after thirty', () => {
    const it = { type: 'send_message', params: message, exits: { done: 'it' } };
    expect(sent(playOut(flowOf({ start, it, bye })), 'send_message')).toBe(30);
  });

  test('paid messages beside the call is cut as well', () => {
    const flow = flowOf({
      start,
      it: { type: 'gather', exits: { collected: 'bye' } },
      keys: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'text' } },
      text: { type: 'send_message', params: message, exits: { done: 'text' } },
      bye,
    });
    const { call } = play(flow, rung);
    const pressed = transition(flow, call, carrierEvent('call.dtmf.received', 3, { digit: '5' }), T0 + 3_000);
    expect(sent([pressed], 'send_message')).toBe(30);
    expect(notes([pressed])).toEqual([expect.stringContaining('the path beside the call is cut here')]);
  });

  test('after the hang-up is cut as well', () => {
    const flow = flowOf({
      start,
      it: { type: 'gather', exits: { collected: 'bye' } },
      gone: { type: 'on_hangup', exits: { then: 'report' } },
      report: { type: 'http_request', params: { ...request, wait: false }, exits: { success: 'report' } },
      bye,
    });
    const { call } = play(flow, rung);
    const over = transition(flow, call, carrierEvent('call.hangup', 3), T0 + 3_000);
    expect(sent([over], 'http_request')).toBe(budget.commandsAtOnce);
  });
});

describe('what a call may send', () => {
  test('is counted anew once the caller presses a key', () => {
    const flow = flowOf({ start, it: { type: 'gather', exits: { collected: 'bye' } }, bye });
    const call = { ...play(flow, rung).call, idleCost: budget.cost };
    const pressed = carrierEvent('call.gather.ended', 2, { status: 'valid', digits: '1' });
    expect(transition(flow, call, pressed, T0 + 2_000).call.idleCost).toBe(0);
  });

  test('takes from a ring group less than from messages', () => {
    const to = Array.from({ length: 20 }, (_, index) => `+131255502${10 + index}`);
    const it = { type: 'dial', params: { to, strategy: 'all_at_once' }, exits: { busy: 'bye' } };
    const flow = flowOf({ start, it, bye });
    const rings = play(flow, rung, { ...newCall(flow), connectionId: '28' });
    expect(sent([rings], 'dial')).toBe(20);
    expect(rings.call.idleCost).toBe(60);
  });
});
