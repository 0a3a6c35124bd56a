import { describe, expect, test } from 'vitest';
import { DEEPEST } from './json.ts';
import { describeProblem } from './problem.ts';
import { readFlow } from './reading.ts';

function complaintsAbout(text: string): readonly string[] {
  const reading = readFlow(text);
  return reading.ok ? [] : reading.problems.map(describeProblem);
}

function flowText(nodes: string): string {
  return `{ "format": "gatherline/flow@1", "id": "line", "name": "Line", "nodes": {\n${nodes}\n} }`;
}

describe('reading a flow', () => {
  test('says where text stops being JSON', () => {
    expect(complaintsAbout('{ "format": ')[0]).toMatch(/not JSON\. A value is missing here\./);
    expect(complaintsAbout('{\n  "format": "x"\n  "id": 1 }')[0]).toContain('Line 3: A comma is missing');
    expect(complaintsAbout('['.repeat(200_000))[0]).toContain('not JSON');
  });

  test('refuses a step that stands in the file twice, as after a merge, with its lines and the cure', () => {
    const text = flowText('"a": { "type": "hangup" },\n"b": { "type": "hangup" },\n"a": { "type": "speak" }');
    const reading = readFlow(text);
    expect(reading.ok ? null : reading.problems).toMatchObject([
      {
        node: 'a',
        message: 'Line 4: The name "a" stands here a second time, after line 2.',
        cure: expect.stringContaining('another name'),
      },
    ]);
  });

  test.each([
    ['an exit', '"a": { "type": "speak", "exits": { "done": "b", "done": "c" } }'],
    ['a parameter', '"a": { "type": "speak", "params": { "payload": "x", "payload": "y" } }'],
    ['a language', '"a": { "type": "speak", "params": { "payload": { "en": "x", "en": "y" } } }'],
    ['a name spelt otherwise', '"a": { "type": "hangup" }, "\\u0061": { "type": "hangup" }'],
    [
      'a field in a list',
      '"a": { "type": "gather", "params": { "choices": [{ "digits": "1", "digits": "2" }] } }',
    ],
  ])('refuses %s that stands in the file twice', (_name, nodes) => {
    expect(complaintsAbout(flowText(nodes))[0]).toContain('a second time');
  });

  test('takes one name in two objects', () => {
    const nodes = '"a": { "type": "hangup", "label": "A" }, "b": { "type": "hangup", "label": "A" }';
    expect(readFlow(flowText(nodes)).ok).toBe(true);
  });

  test('takes a byte order mark at its beginning', () => {
    expect(readFlow(`\uFEFF${flowText('')}`).ok).toBe(true);
  });

  test.each([
    [
      'Twilio Studio',
      { states: [{ name: 'Trigger', type: 'trigger', transitions: [] }], initial_state: 'Trigger' },
    ],
    ['Twilio Studio', { sid: 'FW1', definition: { states: [{ name: 'a', transitions: [] }] } }],
    ['Amazon Connect', { Version: '2019-10-30', StartAction: 'a', Actions: [] }],
    ['Node-RED', [{ id: 'a', type: 'inject', wires: [] }]],
    ['n8n', { nodes: [], connections: {} }],
    ['Voiceflow', { _version: 1, diagrams: {} }],
    ['jambonz', [{ verb: 'say', text: 'Hello' }]],
    ['Vonage', [{ action: 'talk', text: 'Hello' }]],
    ['TextIt', { version: '13', flows: [{ nodes: [] }] }],
    ['Typebot', { version: '6', groups: [{ blocks: [] }] }],
    ['Dialogflow', { startFlow: 'a', defaultLanguageCode: 'en' }],
    ['conversation', { name: 'Hears it', flow: 'line', steps: [] }],
    ['gatherline.json', { default_flow: 'line' }],
  ])('names a file of %s as what it is', (name, file) => {
    const [complaint] = complaintsAbout(JSON.stringify(file));
    expect(complaint).toContain(name);
    expect(complaint).toContain('draw this one in the studio');
  });

  test.each([
    ['TeXML or TwiML', '<?xml version="1.0"?>\n<Response><Say>Hello</Say></Response>'],
    ['VoiceXML', '<vxml version="2.1"></vxml>'],
    ['a web page', '<!DOCTYPE html><html></html>'],
    ['XML', '<phone/>'],
  ])('names %s as what it is', (name, text) => {
    expect(complaintsAbout(text)[0]).toContain(`This is ${name}, not a flow`);
  });

  test('asks for the format when it is missing, and names it', () => {
    expect(complaintsAbout('{}')[0]).toContain('"format": "gatherline/flow@1"');
  });

  test('refuses a newer format instead of guessing', () => {
    expect(complaintsAbout('{ "format": "gatherline/flow@9" }')[0]).toContain('gatherline/flow@9');
  });

  test('names the node and the field that nests too deep, however deep that is', () => {
    for (const levels of [DEEPEST, 200_000]) {
      const deep = '['.repeat(levels) + ']'.repeat(levels);
      const text = `{"format":"gatherline/flow@1","id":"line","name":"Line","nodes":{"say":{"type":"speak","params":{"payload":${deep}}}}}`;
      const reading = readFlow(text);
      expect(reading.ok ? null : reading.problems[0]).toMatchObject({ rule: 'flow-structure', node: 'say' });
      expect(complaintsAbout(text)[0]).toMatch(/^say, params\.payload.*flatter/);
    }
  });

  test('names the node and the field whose structure is wrong', () => {
    const text = JSON.stringify({
      format: 'gatherline/flow@1',
      id: 'line',
      name: 'Line',
      nodes: { welcome: { type: 'speak', exits: { done: 'No Such Id' } } },
    });
    const reading = readFlow(text);
    expect(reading.ok ? null : reading.problems[0]).toMatchObject({
      node: 'welcome',
      path: ['exits', 'done'],
    });
  });

  test.each([
    ['[]', 'A flow is a JSON object'],
    ['null', 'A flow is a JSON object'],
    ['{ "format": "gatherline/flow@1", "id": "Line", "name": "", "nodes": {} }', 'small letters'],
  ])('refuses %s', (text, words) => {
    expect(complaintsAbout(text).join(' ')).toContain(words);
  });

  test('accepts a draft whose parameters are unfinished', () => {
    const draft = {
      format: 'gatherline/flow@1',
      id: 'line',
      name: 'Line',
      nodes: { a: { type: 'speak', params: { payload: 7 } } },
    };
    expect(readFlow(JSON.stringify(draft)).ok).toBe(true);
  });

  test('keeps a prototype-like key as plain data', () => {
    const reading = readFlow(
      '{ "format": "gatherline/flow@1", "id": "line", "name": "L", "nodes": {}, "constructor": 1 }',
    );
    expect(reading.ok && reading.flow.constructor).toBe(1);
  });
});
