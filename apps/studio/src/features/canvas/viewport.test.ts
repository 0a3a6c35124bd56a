import { describe, expect, it } from 'vitest';
import { clinic, read } from '../../store/testing/harness.ts';
import { isCompactAt } from './canvas-state.ts';
import { firstViewport, shiftInto } from './viewport.ts';

describe('where a flow opens', () => {
  it('shows a small flow whole, never above 100 %', () => {
    const one = read({ ...structuredClone(clinic), nodes: { a: { type: 'hangup' } }, layout: {} });
    expect(firstViewport(one, { width: 1000, height: 800 }).zoom).toBe(1);
  });

  it('shows the start of a flow that would be too small to read', () => {
    const long = read({ ...structuredClone(clinic), layout: { ...clinic.layout, goodbye: [9000, 0] } });
    const { x, zoom } = firstViewport(long, { width: 1000, height: 800 });
    expect(zoom).toBeGreaterThanOrEqual(0.5);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(200);
  });
});

describe('bringing a step into view', () => {
  it('moves nothing that is seen whole', () => {
    expect(shiftInto(100, 200, 1000)).toBe(0);
  });

  it('moves as little as it can, and shows the beginning of what is too long', () => {
    expect(shiftInto(900, 200, 1000)).toBe(-140);
    expect(shiftInto(-50, 200, 1000)).toBe(90);
    expect(shiftInto(300, 2000, 1000)).toBe(-260);
  });
});

describe('the far view', () => {
  it('comes below 40 % and goes above 50 %', () => {
    expect(isCompactAt(0.39, false)).toBe(true);
    expect(isCompactAt(0.45, false)).toBe(false);
    expect(isCompactAt(0.45, true)).toBe(true);
    expect(isCompactAt(0.51, true)).toBe(false);
  });
});
