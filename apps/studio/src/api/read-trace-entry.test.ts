import { describe, expect, it } from 'vitest';
import { readTraceEntry } from './read-trace-entry.ts';

describe('a line of a call', () => {
  const at = '2026-01-01T00:00:00Z';

  it('of a kind, or of a form, that this studio does not know is kept as it came', () => {
    const levitated = { at, kind: 'levitated', node: 'welcome' };
    const left = { at, kind: 'left', node: 'welcome', visit: 1, exit: 'done', to: null, via: 'teleport' };
    expect(readTraceEntry(levitated)).toEqual({ at, kind: 'unknown', line: levitated });
    expect(readTraceEntry(left)).toEqual({ at, kind: 'unknown', line: left });
  });

  it('keeps what a newer service has added to it', () => {
    const entered = { at, kind: 'entered', node: 'welcome', visit: 1, params: {}, mood: 'good' };
    expect(readTraceEntry(entered)).toEqual(entered);
  });

  it('is an object', () => {
    for (const value of ['nonsense', null, undefined, 7, []]) expect(readTraceEntry(value)).toBeNull();
  });
});
