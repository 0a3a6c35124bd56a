import type { Exit } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { rewire } from './rewire.ts';

const exits = (...ids: string[]): Exit[] => ids.map((id) => ({ id, label: id, kind: 'main' }));

describe('wires after the exits of a step have changed', () => {
  it('go to the exit that took the place of theirs', () => {
    expect(rewire({ a: 'x', b: 'y' }, exits('a', 'b'), exits('c', 'b'))).toEqual({ c: 'x', b: 'y' });
  });

  it('are taken away when the exit is gone without an heir', () => {
    expect(rewire({ a: 'x', b: 'y' }, exits('a', 'b'), exits('b'))).toEqual({ b: 'y' });
  });

  it('are not handed on when exits only changed places', () => {
    expect(rewire({ a: 'x', b: 'y' }, exits('a', 'b'), exits('b', 'a'))).toEqual({ a: 'x', b: 'y' });
  });

  it('stay when they belonged to no exit before', () => {
    expect(rewire({ old: 'x' }, exits('a'), exits('a', 'b'))).toEqual({ old: 'x' });
  });
});
