import { describe, expect, it } from 'vitest';
import type { Refusal } from '../port.ts';
import { createPassingTime } from '../testing/passing-time.ts';
import { type Try, tryUntilSettled } from './patience.ts';

const refusal: Refusal = {
  status: 500,
  code: '10007',
  title: 'Unexpected error',
  detail: '',
  class: 'transient',
};
const unsettled = { kind: 'unsettled', refusal, mayRepeat: true, askedWaitMs: null } as const;
const never = new AbortController().signal;

async function play(answers: readonly Try<string>[], random = 0, durationMs = 0) {
  const time = createPassingTime({ random });
  const leftMs: number[] = [];
  const result = await tryUntilSettled(
    async (left) => {
      leftMs.push(left);
      time.pass(durationMs);
      return answers[leftMs.length - 1] ?? unsettled;
    },
    time.patience,
    never,
  );
  return { result, leftMs, waits: time.waits, tookMs: time.patience.now() };
}

describe('tryUntilSettled', () => {
  it('asks once when the first try settles it', async () => {
    const { result, waits } = await play([{ kind: 'settled', value: 'done' }]);
    expect(result).toEqual({ kind: 'settled', value: 'done' });
    expect(waits).toEqual([]);
  });

  it('doubles the wait up to five seconds, less up to half of it by chance', async () => {
    expect((await play([], 1)).waits.slice(0, 7)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect((await play([], 0)).waits.slice(0, 7)).toEqual([125, 250, 500, 1000, 2000, 2500, 2500]);
  });

  it('starts no try after the budget and tells each how much is left', async () => {
    const { result, leftMs, tookMs } = await play([], 1, 1000);
    expect(result).toBe(unsettled);
    expect(leftMs[0]).toBe(45_000);
    expect(Math.min(...leftMs)).toBeGreaterThan(0);
    expect(tookMs).toBeLessThan(46_000);
  });

  it('waits as long as the carrier asks, ten seconds at most', async () => {
    const { waits } = await play([
      { ...unsettled, askedWaitMs: 3_000 },
      { ...unsettled, askedWaitMs: 1_700_000_000_000 },
      { ...unsettled, askedWaitMs: 0 },
      { kind: 'settled', value: 'done' },
    ]);
    expect(waits).toEqual([3_000, 10_000, 500]);
  });

  it('does not repeat what may not be repeated', async () => {
    const once = { ...unsettled, mayRepeat: false };
    expect(await play([once])).toMatchObject({ result: once, waits: [] });
  });

  it('gives the last answer when it is woken by an abort', async () => {
    const time = createPassingTime();
    const controller = new AbortController();
    const result = await tryUntilSettled(
      async () => {
        controller.abort();
        return unsettled;
      },
      { ...time.patience, sleep: (_ms, signal) => Promise.reject(signal.reason) },
      controller.signal,
    );
    expect(result).toBe(unsettled);
  });
});
