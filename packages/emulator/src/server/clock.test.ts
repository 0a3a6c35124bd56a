import { describe, expect, it } from 'vitest';
import { manualClock, realClock, scaledClock } from './clock.ts';

describe('a manual clock', () => {
  it('stands still until it jumps to what is due next, in order', () => {
    const clock = manualClock(1000);
    const woken: number[] = [];
    clock.at(3000, () => woken.push(clock.now()));
    clock.at(2000, () => woken.push(clock.now()));
    expect(clock.now()).toBe(1000);
    expect(clock.advanceToNextDue()).toBe(true);
    expect(clock.advanceToNextDue()).toBe(true);
    expect(woken).toEqual([2000, 3000]);
    expect(clock.advanceToNextDue()).toBe(false);
  });

  it('wakes all that lies before the time it is taken to, also what is asked for on the way', async () => {
    const clock = manualClock(0);
    const woken: number[] = [];
    clock.at(10, () => {
      woken.push(10);
      clock.at(20, () => woken.push(20));
      clock.at(40, () => woken.push(40));
    });
    await clock.reach(30);
    expect(woken).toEqual([10, 20]);
    expect([clock.now(), clock.nextAtMs()]).toEqual([30, 40]);
  });

  it('wakes nobody who called it off, nor after it was closed', () => {
    const clock = manualClock(0);
    clock.at(10, () => expect.unreachable())();
    clock.at(10, () => expect.unreachable());
    clock.close();
    clock.at(10, () => expect.unreachable());
    expect(clock.advanceToNextDue()).toBe(false);
  });
});

describe('a running clock', () => {
  it.each([
    ['of the machine', realClock()],
    ['a thousand times as fast', scaledClock(1000)],
  ])('%s wakes not before the time asked for', async (_name, clock) => {
    const atMs = clock.now() + 20;
    await clock.reach(atMs);
    expect(clock.now()).toBeGreaterThanOrEqual(atMs);
    expect(clock.nextAtMs()).toBeNull();
  });

  it('lets hours pass in a moment when it is scaled', async () => {
    const clock = scaledClock(1_000_000);
    const atMs = clock.now() + 3_600_000;
    await clock.reach(atMs);
    expect(clock.now()).toBeGreaterThanOrEqual(atMs);
  });

  it('leaves no timer behind when it is closed', () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const clock = realClock();
    clock.at(Date.now() + 60_000, () => expect.unreachable());
    clock.close();
    clock.at(0, () => expect.unreachable());
    expect(clock.nextAtMs()).toBeNull();
    expect(timers()).toBe(before);
  });
});
