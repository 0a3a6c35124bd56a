import { definitions } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { findSteps } from './find-steps.ts';

const titles = (query: string) => findSteps(definitions, query).map((definition) => definition.title);

describe('searching for a step', () => {
  it('answers everything in its own order while nothing is typed', () => {
    expect(findSteps(definitions, '  ')).toBe(definitions);
  });

  it('finds a step by other words people use for it', () => {
    expect(titles('press 1')).toContain('Ask and wait for keys');
    expect(titles('goodbye')).toContain('Hang up');
  });

  it("finds a step by Telnyx's name of the action", () => {
    expect(titles('gather_using_speak')).toContain('Ask and wait for keys');
  });

  it('puts a word of the title before a word that only begins so, and both before the help', () => {
    const steps = [
      { type: 'a', title: 'Wait', help: 'Then transfer.', synonyms: [] },
      { type: 'b', title: 'Transferring', help: '', synonyms: [] },
      { type: 'c', title: 'Transfer', help: '', synonyms: [] },
    ];
    expect(findSteps(steps, 'transfer').map(({ type }) => type)).toEqual(['c', 'b', 'a']);
  });

  it('wants every word', () => {
    expect(titles('hang zebra')).toEqual([]);
  });
});
