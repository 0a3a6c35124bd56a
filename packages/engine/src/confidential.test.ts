import { withSubflows } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from './event.ts';
import { shownCall } from './masking.ts';
import type { TraceEntry } from './trace.ts';
import { at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';

const ask = (next: object) => ({
  incoming: { type: 'start', exits: { incoming: 'pin' } },
  pin: {
    type: 'gather_using_speak',
    params: { payload: 'Your PIN?', sensitive: true },
    exits: { collected: 'next' },
  },
  next,
});

const entered = (pin: string) => [
  ...rung,
  carrierEvent('call.gather.ended', 2, at(2, { status: 'valid', digits: pin })),
];

const keeping = (value: string, name = 'kept') => ({
  type: 'set_variables',
  params: { variables: [{ name, value }] },
  exits: { done: 'repeat' },
});

const PIN = '83749261';

function valuesIn(line: TraceEntry): readonly unknown[] {
  if (line.kind === 'set') return [line.outputs];
  return line.kind === 'received' || line.kind === 'ignored' ? [line.payload.body] : [];
}

const words =
  '{% assign keys = nodes.pin.digits | split: "" %}{% for key in keys %}{% case key %}{% when "8" %}eight {% when "3" %}three {% when "7" %}seven {% else %}other {% endcase %}{% endfor %}';

describe('a PIN that a template spells in its own way', () => {
  test.each([
    ['as a number', '{{ nodes.pin.digits | plus: 0 }}', /83749261/],
    ['as a number with a fraction', '{{ nodes.pin.digits | plus: 0.5 }}', /83749261/],
    ['counted with', '{{ nodes.pin.digits | times: 2 }}', /167498522/],
    ['key by key', '{{ nodes.pin.digits | split: "" | join: ", " }}', /8, 3, 7|9, 2, 6, 1/],
    ['with pauses', '{{ nodes.pin.digits | split: "" | join: " - " }}', /8 - 3 - 7|9 - 2/],
    ['as a list', '{{ nodes.pin.digits | split: "" }}', /8","3","7/],
    ['turned round', '{{ nodes.pin.digits | split: "" | reverse | join: "" }}', /16294738/],
    ['in base64', '{{ nodes.pin.digits | base64_encode }}', /ODM3NDky/],
    ['in base64 after other words', '{{ nodes.pin.digits | prepend: "a" | base64_encode }}', /YTgzNzQ5/],
    ['in words', words, /eight three seven/],
    ['cut', '{{ nodes.pin.digits | slice: 0, 5 }}', /83749/],
    ['after other keys', '12{{ nodes.pin.digits }}34', /83749261/],
  ])('%s stands in the trace in no line, nor in the call', (_how, template, spelled) => {
    const flow = flowOf(
      {
        ...ask(keeping(template)),
        repeat: { type: 'speak', params: { payload: `You entered ${template}` }, exits: { done: 'post' } },
        post: {
          type: 'http_request',
          params: { method: 'POST', url: 'https://a.example', body: { x: '{{ vars.kept }}' } },
        },
      },
      {},
    );
    const spoken = carrierEvent('call.speak.ended', 5, at(4, { status: 'completed' }));
    const { trace, call, commands } = play(flow, [...entered(PIN), spoken]);
    expect(JSON.stringify(commands)).toMatch(spelled);
    // A step's name, its words as they are written and the ids of commands are the flow's and ours.
    const told = trace.map((line) => ({ ...line, command_id: '' }));
    expect(JSON.stringify(told)).not.toMatch(spelled);
    expect(JSON.stringify(told)).toContain('••••');
    expect(JSON.stringify(shownCall(flow, call))).not.toMatch(spelled);
    const over = play(flow, [carrierEvent('call.hangup', 9, at(3))], call);
    expect(JSON.stringify(over.call)).not.toMatch(spelled);
  });
});

describe('a PIN that a server tells again', () => {
  const flow = flowOf({
    ...ask({
      type: 'http_request',
      params: { method: 'POST', url: 'https://a.example', body: { pin: '{{ nodes.pin.digits }}' } },
    }),
  });
  const answered = (body: object): readonly EngineEvent[] => {
    const { commands } = play(flow, entered(PIN));
    const command = commands.at(-1);
    if (command === undefined) throw new Error('Nothing was asked.');
    const payload = { status: 200, headers: {}, body: JSON.parse(JSON.stringify(body)) };
    return [{ kind: 'requested', command, type: 'http.answered', payload }];
  };

  test.each([
    ['as a number', { pin: 83749261 }],
    ['with a fraction', { pin: 83749261.5 }],
    ['as the name of a field', { [PIN]: true }],
    ['by thousands', { pin: '83,749,261' }],
    ['in pairs', { pin: '83 74 92 61' }],
    ['key by key, with pauses', { ssml: PIN.split('').join('<break time="200ms"/>') }],
    ['in base64', { pin: btoa(PIN), url: btoa(`pin=${PIN}&x`) }],
    ['in hex', { pin: '3833373439323631' }],
    ['in escapes', { pin: '%38%33%37%34%39%32%36%31', twice: '%2538%2533%2537%2534%2539%2532%2536%2531' }],
  ])('%s is masked, while the call goes on and after it', (_how, body) => {
    const readable =
      /8.{0,25}3.{0,25}7.{0,25}4.{0,25}9.{0,25}2.{0,25}6.{0,25}1|ODM3NDky|4MzcONDky|MzNzQ5MjYx/;
    const during = play(flow, [...entered(PIN), ...answered(body)]);
    const hungUp = carrierEvent('call.hangup', 9, at(3));
    const after = play(flow, [...entered(PIN), hungUp, ...answered(body)]);
    for (const { trace, call } of [during, after]) {
      expect(JSON.stringify(trace.flatMap(valuesIn))).not.toMatch(readable);
      expect(JSON.stringify(shownCall(flow, call).outputs)).not.toMatch(readable);
    }
    expect(JSON.stringify(after.call.outputs)).not.toMatch(readable);
  });
});

describe('a short number that was entered in confidence', () => {
  const flow = flowOf({
    ...ask(keeping('{{ nodes.pin.digits }}')),
    repeat: {
      type: 'gather_using_speak',
      params: {
        payload: 'Room 1 or 12, code {{ nodes.pin.digits }}.',
        maximum_digits: 12,
        choices: [{ digits: '1' }, { digits: '12' }],
      },
    },
  });

  test('of two or three keys is masked where it stands as a word, and not inside another', () => {
    const { trace } = play(flow, entered('121'));
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'set', variables: { kept: '••••' } }));
    expect(JSON.stringify(trace)).toContain('Room 1 or 12, code ••••.');
    expect(JSON.stringify(play(flow, entered('12')).trace)).toContain('"maximum_digits":12');
  });

  test('of one key is masked where it is the whole value, and every other 1 can be read', () => {
    const { trace } = play(flow, entered('1'));
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'set', variables: { kept: '••••' } }));
    const shown = trace.find((line) => line.kind === 'entered' && line.node === 'repeat');
    expect(shown).toMatchObject({
      params: { payload: 'Room 1 or 12, code ••••.', choices: [{ digits: '1' }, { digits: '12' }] },
    });
  });
});

test('what was entered is forgotten in a flow that waited when the caller hung up', () => {
  const inner = flowOf(
    { incoming: { type: 'start', exits: { incoming: 'wait' } }, wait: { type: 'gather' } },
    {},
    { id: 'inner' },
  );
  const flow = withSubflows(flowOf(ask({ type: 'subflow', params: { flow: 'inner' } })), { inner });
  const hungUp = carrierEvent('call.hangup', 9);
  const { call } = play(flow, [...entered(PIN), hungUp]);
  expect(call.node).toBeNull();
  expect(JSON.stringify(call)).not.toContain(PIN);
});

test('ids by which the carrier names its legs stay as they are', () => {
  const flow = flowOf(ask({ type: 'gather' }));
  const id = { call_session_id: `s-${PIN}` };
  const late = carrierEvent('call.playback.started', 4, { ...id, media: PIN });
  expect(play(flow, [...entered(PIN), late], newCall(flow)).trace.at(-1)).toMatchObject({
    payload: { ...id, media: '••••' },
  });
});
