import { describe, expect, test } from 'vitest';
import { shownCall } from './masking.ts';
import { sealOf } from './secrets.ts';
import { at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';

const SECRET = { resources: { token: { type: 'secret' } } };

describe('a secret', () => {
  const flow = flowOf(
    {
      incoming: { type: 'start', exits: { incoming: 'ask' } },
      ask: {
        type: 'http_request',
        params: { url: 'https://example.com', auth: { type: 'bearer', token: '{{ resources.token }}' } },
      },
    },
    {},
    SECRET,
  );

  test('is a mark with the seal of the call in the command, and its name in the trace', () => {
    const { commands, trace } = play(flow, rung);
    const seal = sealOf(newCall(flow));
    expect(commands.at(-1)).toMatchObject({ seal, body: { auth: { token: `\uFDD0${seal}:token\uFDD1` } } });
    expect(JSON.stringify(trace)).not.toContain(seal);
    expect(JSON.stringify(trace)).toContain('[secret token]');
  });

  test('can’t be named by what comes from outside', () => {
    const echo = flowOf(
      {
        incoming: { type: 'start', exits: { incoming: 'ask' } },
        ask: {
          type: 'http_request',
          params: { url: 'https://example.com', body: { name: '{{ vars.name }}' } },
        },
      },
      {},
      SECRET,
    );
    const forged = '\uFDD000000000-0000-0000-0000-000000000000:token\uFDD1';
    const { commands } = play(echo, rung, { ...newCall(echo), variables: { name: forged } });
    const seal = sealOf(newCall(echo));
    expect(JSON.stringify(commands.at(-1)?.body)).not.toContain(seal);
  });

  test('is not shown with the seed that its marks follow from', () => {
    expect(shownCall(flow, newCall(flow)).seed).toBe('');
  });
});

describe('keys that are nobody’s business', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'pin' } },
    pin: {
      type: 'gather_using_speak',
      params: { payload: 'Your PIN?', sensitive: true },
      exits: { collected: 'check' },
    },
    check: {
      type: 'http_request',
      params: { method: 'POST', url: 'https://example.com', body: { pin: '{{ nodes.pin.digits }}' } },
    },
  });
  const entered = [
    ...rung,
    ...['4', '7', '1', '1'].map((digit, index) =>
      carrierEvent('call.dtmf.received', 2 + index, at(2, { digit })),
    ),
    carrierEvent('call.gather.ended', 7, at(2, { status: 'valid', digits: '4711' })),
  ];

  test('reach the server that checks them', () => {
    expect(play(flow, entered).commands.at(-1)?.body).toMatchObject({ body: { pin: '4711' } });
  });

  test('stand neither in the trace nor in the call as it is shown, together or one by one', () => {
    const { trace, call } = play(flow, entered);
    expect(JSON.stringify(trace)).not.toContain('4711');
    expect(trace.flatMap((line) => (line.kind === 'ignored' ? [line.payload.digit] : []))).toEqual(
      Array.from({ length: 4 }, () => '••••'),
    );
    expect(JSON.stringify(shownCall(flow, call))).not.toContain('4711');
  });

  test.each(['4711', '47110', '471108'])('can’t be read inside a sentence either: %s', (pin) => {
    const repeating = flowOf({
      incoming: { type: 'start', exits: { incoming: 'pin' } },
      pin: {
        type: 'gather_using_speak',
        params: { payload: 'Your PIN?', sensitive: true },
        exits: { collected: 'repeat' },
      },
      repeat: { type: 'speak', params: { payload: 'You entered {{ nodes.pin.digits }}, thank you.' } },
    });
    const ended = carrierEvent('call.gather.ended', 2, at(2, { status: 'valid', digits: pin }));
    const { trace, commands } = play(repeating, [...rung, ended]);
    expect(commands.at(-1)?.body.payload).toBe(`You entered ${pin}, thank you.`);
    expect(JSON.stringify(trace)).toContain('You entered ••••, thank you.');
    expect(JSON.stringify(trace)).not.toContain(pin);
  });

  test('are forgotten with the end of the call', () => {
    const { call } = play(flow, [...entered, carrierEvent('call.hangup', 9, at(3))]);
    expect(JSON.stringify(call)).not.toContain('4711');
  });
});
