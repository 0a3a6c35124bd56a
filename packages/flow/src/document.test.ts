import { describe, expect, test } from 'vitest';
import { toPublishable } from './document.ts';
import { parseFlow } from './reading.ts';
import type { Flow } from './schema.ts';

function draft(nodes: object): Flow {
  const reading = parseFlow({ format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

function complaints(nodes: object) {
  const result = toPublishable(draft(nodes));
  return result.ok ? [] : result.problems;
}

describe('a draft', () => {
  test('is publishable once its parameters are strict', () => {
    expect(
      toPublishable(draft({ a: { type: 'speak', params: { payload: 'Hello {{ call.from }}' } } })).ok,
    ).toBe(true);
  });

  test.each([
    ['a missing text', { type: 'speak' }, ['params', 'payload'], 'missing'],
    [
      'a text that is too long',
      { type: 'speak', params: { payload: 'x'.repeat(3001) } },
      ['params', 'payload'],
      '3000',
    ],
    [
      'a number out of range',
      { type: 'gather', params: { maximum_digits: 129 } },
      ['params', 'maximum_digits'],
      '128',
    ],
    [
      'a broken template',
      { type: 'speak', params: { payload: 'Hi {{ x' } },
      ['params', 'payload'],
      'not closed',
    ],
    [
      'two sounds',
      { type: 'playback_start', params: { audio_url: 'https://a.example/a.mp3', media_name: 'a' } },
      ['params', 'media_name'],
      'together',
    ],
    ['no number', { type: 'transfer', params: { to: 'reception' } }, ['params', 'to'], '+13125550100'],
    [
      'a condition that breaks off',
      { type: 'branch', params: { branches: [{ name: 'a', when: 'vars.x >' }] } },
      ['params', 'branches', 0, 'when'],
      'missing',
    ],
    ['an unknown type', { type: 'fax' }, ['type'], 'fax'],
  ])('with %s is not, and the field is named', (_what, node, path, words) => {
    const [problem] = complaints({ a: node });
    expect(problem).toMatchObject({ node: 'a', path, severity: 'error' });
    expect(`${problem?.message} ${problem?.cure}`).toContain(words);
  });

  test('with a parameter nobody knows is publishable, and the file keeps it', () => {
    expect(complaints({ a: { type: 'hangup', params: { colour: 'red' } } })).toEqual([]);
  });

  test('is held back by an error that was found elsewhere, not by a warning', () => {
    const flow = draft({ a: { type: 'hangup' } });
    const problem = { rule: 'missing-start', message: 'There is no start.', cure: 'Add one.' } as const;
    expect(toPublishable(flow, [{ ...problem, severity: 'warning' }]).ok).toBe(true);
    expect(toPublishable(flow, [{ ...problem, severity: 'error' }]).ok).toBe(false);
  });
});
