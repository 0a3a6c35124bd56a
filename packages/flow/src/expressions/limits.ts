/**
 * What a template may be and do, and what a call may hold. All of it is counted, nothing is timed: the same event on the same call always passes or
 * always fails, however busy the machine is.
 */
export const limits = {
  /** Characters of its source. */
  source: 20_000,
  /** Blocks that stand one in the other. */
  depth: 100,
  /** Characters it may write, what it captures included. */
  text: 200_000,
  /** Characters and items of a value that it may be: more than the longest answer of a server has. */
  value: 300_000,
  /** Steps it may take, and characters and items of what it reads and makes. */
  work: 2_000_000,
  /** The same for all templates that one event sets off together. */
  workTogether: 10_000_000,
  /** Characters and items of all values of a call. */
  values: 1_000_000,
  /** Characters and items of the lines of its trace that are kept with their values. */
  trace: 10_000_000,
} as const;

/** What a step of an evaluation counts for, beside characters and items: about as long as it takes to look at so many. */
export const STEP = 10;
/** Dates are slow: what one counts for, and each of its parts (the day, the month). */
export const DATE = 2_000;
export const DATE_PART = 20;

/** A template asks for more than it may have. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
}
