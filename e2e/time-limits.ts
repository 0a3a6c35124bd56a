/** How much longer everything may take than on a machine of its own: TIME_LIMIT_FACTOR, from 1 to 100; not set, it is 1. */
const factor = readFactor(process.env.TIME_LIMIT_FACTOR ?? '');

/** After how many milliseconds something counts as broken. Generous: what goes well never waits for them. */
export const timeLimits = {
  story: 180_000 * factor,
  /** One click, one key, one page. */
  action: 30_000 * factor,
  expectation: 30_000 * factor,
  /** From its start until a service answers. */
  ready: 60_000 * factor,
} as const;

function readFactor(text: string): number {
  if (text === '') return 1;
  const value = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= 100) return value;
  throw new Error('TIME_LIMIT_FACTOR: is a number from 1 to 100 by which all time limits grow, such as 3.');
}
