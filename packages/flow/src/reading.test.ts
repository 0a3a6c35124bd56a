import { describe, expect, test } from 'vitest';
import { DEEPEST } from './json.ts';
import { describeProblem } from './problem.ts';
import { readFlow } from './reading.ts';

function complaintsAbout(text: string): readonly string[] {
  const reading = readFlow(text);
  return reading.ok ? [] : reading.problems.map(describeProblem);
}

describe('reading a flow', () => {
  test('says where text stops being JSON', () => {
    expect(complaintsAbout('{ "format": ')[0]).toMatch(/not JSON.*parser stopped/);
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
