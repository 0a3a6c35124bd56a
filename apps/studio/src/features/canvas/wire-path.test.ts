import { describe, expect, it } from 'vitest';
import { type WireEnds, wirePath } from './wire-path.ts';

const ends = (change: Partial<WireEnds>): WireEnds => ({
  sourceX: 0,
  sourceY: 0,
  targetX: 200,
  targetY: 100,
  sourceClearance: 60,
  targetClearance: 80,
  lane: 0,
  ...change,
});

describe('the path of a wire', () => {
  it('is one curve forwards, with its middle between the ends', () => {
    const { path, middle } = wirePath(ends({}));
    expect(path).toMatch(/^M0,0 C.* 200,100$/);
    expect(middle).toEqual([100, 50]);
  });

  it('passes below both cards on its way back', () => {
    const { middle } = wirePath(ends({ targetX: -400, targetY: 0 }));
    expect(middle[1]).toBeGreaterThan(80);
  });

  it('runs in a lane of its own beside those of other exits', () => {
    const levels = [0, 1, 2].map((lane) => wirePath(ends({ targetX: -400, targetY: 0, lane })).middle[1]);
    expect(new Set(levels).size).toBe(3);
  });

  it('passes between cards that lie well below one another', () => {
    const { middle } = wirePath(ends({ targetX: -400, targetY: 400 }));
    expect(middle[1]).toBeGreaterThan(60);
    expect(middle[1]).toBeLessThan(400 - 26);
  });
});
