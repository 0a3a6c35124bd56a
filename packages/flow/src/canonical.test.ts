import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeFlow } from './canonical.ts';
import { definitions } from './nodes/index.ts';
import { readFlow } from './reading.ts';
import type { Flow } from './schema.ts';

const minimal = { format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes: {} };

function flowFrom(document: object): Flow {
  const reading = readFlow(JSON.stringify({ ...minimal, ...document }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

describe('the canonical writer', () => {
  test('writes keys in schema order, nodes by id, exits in the order of their ports, and one decision a line', () => {
    const flow = flowFrom({
      layout: { welcome: [240, 0], incoming: [0, 0] },
      nodes: {
        welcome: {
          exits: { no_input: 'incoming', '2': 'incoming', '#': 'incoming', '1': 'incoming' },
          params: {
            choices: [{ label: 'Pharmacy', digits: '#' }, { digits: '2' }, { digits: '1' }],
            payload: 'Press 1.',
          },
          type: 'gather_using_speak',
        },
        incoming: { type: 'start', exits: { incoming: 'welcome' } },
      },
    });
    expect(writeFlow(flow)).toBe(`{
  "format": "gatherline/flow@1",
  "id": "line",
  "name": "Line",
  "nodes": {
    "incoming": {
      "type": "start",
      "exits": { "incoming": "welcome" }
    },
    "welcome": {
      "type": "gather_using_speak",
      "params": {
        "payload": "Press 1.",
        "choices": [
          { "digits": "#", "label": "Pharmacy" },
          { "digits": "2" },
          { "digits": "1" }
        ]
      },
      "exits": {
        "#": "incoming",
        "2": "incoming",
        "1": "incoming",
        "no_input": "incoming"
      }
    }
  },
  "layout": {
    "incoming": [0, 0],
    "welcome": [240, 0]
  }
}
`);
  });

  test('leaves defaults out', () => {
    const flow = flowFrom({
      nodes: {
        a: { type: 'start', params: { answer: true } },
        b: { type: 'start', params: { answer: false } },
      },
    });
    const text = writeFlow(flow);
    expect(text).not.toContain('true');
    expect(text).toContain('"answer": false');
  });

  test('keeps unknown fields at every level and ends with the layout', () => {
    const document = {
      later: { a: [1] },
      settings: { mood: 'calm' },
      layout: { a: [0, 0], $notes: [{ text: 'x' }] },
      nodes: {
        a: {
          type: 'speak',
          colour: 'red',
          params: { payload: 'Hi', volume: 11 },
          exits: { done: 'a', mystery: 'a' },
        },
      },
    };
    const text = writeFlow(flowFrom(document));
    expect(JSON.parse(text)).toEqual({ ...minimal, ...document });
    expect(text.indexOf('"later"')).toBeLessThan(text.indexOf('"layout"'));
  });

  test('puts positions on whole grid steps', () => {
    expect(writeFlow(flowFrom({ nodes: { a: { type: 'hangup' } }, layout: { a: [239, -11] } }))).toContain(
      '"a": [240, -20]',
    );
  });

  test('gives the same bytes when what it wrote is read and written again', () => {
    fc.assert(
      fc.property(anyFlow(), (document) => {
        const once = writeFlow(flowFrom(document));
        const reading = readFlow(once);
        expect(reading.ok && writeFlow(reading.flow)).toBe(once);
      }),
    );
  });

  test('gives the same bytes whatever order the nodes were drawn in', () => {
    fc.assert(
      fc.property(anyFlow(), (document) => {
        const reversed = {
          ...document,
          nodes: Object.fromEntries(Object.entries(document.nodes).toReversed()),
        };
        expect(writeFlow(flowFrom(reversed))).toBe(writeFlow(flowFrom(document)));
      }),
    );
  });
});

function anyFlow() {
  const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
  const node = fc.record({
    type: fc.constantFrom(...definitions.map(({ type }) => type), 'from_the_future'),
    params: fc.dictionary(fc.constantFrom('payload', 'choices', 'answer', 'zeta', 'alpha'), json, {
      noNullPrototype: true,
    }),
    exits: fc.dictionary(fc.constantFrom('1', '2', '#', 'done', 'no_input'), id, { noNullPrototype: true }),
  });
  return fc.record({
    settings: fc.constant({ language: 'en-US' }),
    variables: fc.dictionary(id, json, { noNullPrototype: true }),
    nodes: fc.dictionary(id, node, { noNullPrototype: true }),
    layout: fc.dictionary(
      id,
      fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 })),
      { noNullPrototype: true },
    ),
  });
}
