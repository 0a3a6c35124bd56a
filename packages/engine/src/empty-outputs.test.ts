import type { Json } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';

const stepOf = (type: string, params: object, more: object = {}) =>
  flowOf(
    {
      incoming: { type: 'start', exits: { incoming: 'hello' } },
      hello: { type, params, exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    },
    {},
    more,
  );

function notesOf(flow: ReturnType<typeof flowOf>, variables: Record<string, Json> = {}, events = rung) {
  const { trace } = play(flow, events, { ...newCall(flow), variables });
  return trace.filter((line) => line.kind === 'note');
}

describe('a template of which nothing comes', () => {
  const greeting = stepOf('speak', { payload: 'Hello {{ vars.name }}, {{ call.from }}.' });

  test('is noted with its step, its parameter and its words as they are written', () => {
    expect(notesOf(greeting)).toMatchObject([
      {
        node: 'hello',
        text: 'Nothing came of {{ vars.name }} in payload.',
        value: { empty: [{ param: 'payload', output: '{{ vars.name }}' }] },
      },
    ]);
    expect(notesOf(greeting, { name: '' })).toHaveLength(1);
    expect(notesOf(greeting, { name: 'Ana' })).toEqual([]);
  });

  test('is noted once, however often the step reads its parameters', () => {
    const ended = carrierEvent('call.speak.ended', 3, at(2, { status: 'completed' }));
    expect(notesOf(greeting, {}, [...rung, ended])).toHaveLength(1);
  });

  test('is noted once for all the languages in which it stands', () => {
    const flow = stepOf('speak', {
      payload: { 'en-US': 'Hello {{ vars.name }}.', 'es-ES': 'Hola {{ vars.name }}.' },
    });
    expect(notesOf(flow)).toMatchObject([
      { text: 'Nothing came of {{ vars.name }} in payload.en-US and payload.es-ES.' },
    ]);
  });

  test('is noted too where it makes a parameter wrong', () => {
    const flow = stepOf('transfer', { to: '{{ vars.reception }}' });
    expect(notesOf(flow)).toMatchObject([{ text: 'Nothing came of {{ vars.reception }} in to.' }]);
  });

  test('is noted inside a text that is kept, and not where a value may be none', () => {
    const flow = stepOf('set_variables', {
      variables: [
        { name: 'greeting', value: 'Hello {{ vars.name }}.' },
        { name: 'copy', value: '{{ vars.name }}' },
      ],
    });
    expect(notesOf(flow)).toMatchObject([{ text: 'Nothing came of {{ vars.name }} in variables.0.value.' }]);
  });

  test('is not noted where it says itself what shall stand there', () => {
    expect(notesOf(stepOf('speak', { payload: "Hello{{ vars.name | default: '' }}." }))).toEqual([]);
  });

  test('is not noted where the step reads what only it will know', () => {
    const flow = stepOf('confirm', { question: 'Is {{ nodes.hello.digits }} right?' });
    expect(notesOf(flow)).toEqual([]);
  });
});

test('a note holds what is written in the flow and nothing that was entered in confidence', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'pin' } },
    pin: { type: 'gather', params: { sensitive: true }, exits: { collected: 'hello' } },
    hello: { type: 'speak', params: { payload: '{{ nodes.pin.digits }} {{ vars.name }}' } },
  });
  const entered = carrierEvent('call.gather.ended', 3, at(2, { status: 'valid', digits: '4711' }));
  const notes = notesOf(flow, {}, [...rung, entered]);
  expect(notes).toMatchObject([{ text: 'Nothing came of {{ vars.name }} in payload.' }]);
  expect(JSON.stringify(notes)).not.toContain('4711');
});

test('a secret that only a server will see counts as something', () => {
  const flow = stepOf(
    'http_request',
    { url: 'https://example.com', auth: { type: 'bearer', token: '{{ resources.token }}' } },
    { resources: { token: { type: 'secret' } } },
  );
  expect(notesOf(flow)).toEqual([]);
});
