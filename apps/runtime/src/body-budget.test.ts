import { expect, it } from 'vitest';
import { createBodyBudget } from './body-budget.ts';

const kib = 1024;

it('lets small bodies in however many there are, and large ones while there is room', () => {
  const budget = createBodyBudget(1000 * kib);
  const [first, second, third] = [budget.share(), budget.share(), budget.share()];
  expect(first.growTo(564 * kib)).toBe(true);
  expect(second.growTo(564 * kib)).toBe(true);
  expect(third.growTo(65 * kib)).toBe(false);
  expect(third.growTo(64 * kib)).toBe(true);
  expect(first.growTo(565 * kib)).toBe(false);
  first.release();
  first.release();
  expect(third.growTo(564 * kib)).toBe(true);
  expect(second.growTo(565 * kib)).toBe(false);
});
