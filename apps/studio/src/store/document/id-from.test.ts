import { describe, expect, it } from 'vitest';
import { idFrom } from './id-from.ts';

describe('ids', () => {
  it('are made from what people read', () => {
    expect(idFrom('Ask with AI')).toBe('ask_with_ai');
    expect(idFrom('2. Café & bar')).toBe('cafe_bar');
    expect(idFrom('…')).toBe('node');
  });
});
