import { definitions } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { hasIcon } from './named-icon.tsx';

describe('icons', () => {
  it('has a drawing for every node type', () => {
    expect(
      definitions.filter(({ icon }) => !hasIcon(icon)).map(({ type, icon }) => `${type}: ${icon}`),
    ).toEqual([]);
  });
});
