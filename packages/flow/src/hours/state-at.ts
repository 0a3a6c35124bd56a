import { Temporal } from 'temporal-polyfill';
import { daysFrom, type LocalDay, type Span, spanOf } from './local-day.ts';
import type { Hours } from './schema.ts';

export type HoursState = 'open' | 'break' | 'closed' | 'holiday';

/** The states in words for the person who draws. */
export const stateTitles: Readonly<Record<HoursState, string>> = {
  open: 'Open',
  break: 'In a break',
  closed: 'Closed',
  holiday: 'Holiday',
};

/** How things stand at an instant. Times are milliseconds since the epoch. */
export interface HoursStanding {
  readonly state: HoursState;
  /** The name of the holiday, or the reason of the closure. */
  readonly reason?: string;
  /** When the present state ends; `null` if it does not within 400 days. */
  readonly until: number | null;
  /** When the line opens next, the present opening aside; `null` if it does not within 400 days. */
  readonly opensAt: number | null;
}

const DAYS_AHEAD = 400;

/**
 * Open, in a break between two intervals of one day, closed, or on holiday at `atMs` (milliseconds since the epoch).
 * A holiday wins over a closure, a closure over the weekly hours; a night belongs to the day on which it begins. Every instant at which a clock there shows a time
 * within the hours counts as open, also on days on which the clocks change.
 */
export function stateAt(hours: Hours, atMs: number): HoursStanding {
  const phases = phasesFrom(hours, atMs);
  let last = phases.next().value ?? { fromMs: atMs, state: 'closed' };
  const { state, reason } = last;
  let until: number | null = null;
  let opensAt: number | null = null;
  for (const phase of phases) {
    if (until === null && phase.state !== state) until = phase.fromMs;
    if (phase.state === 'open' && last.state !== 'open') opensAt = phase.fromMs;
    if (until !== null && opensAt !== null) break;
    last = phase;
  }
  return { state, ...(reason === undefined ? {} : { reason }), until, opensAt };
}

interface Phase {
  readonly fromMs: number;
  readonly state: HoursState;
  readonly reason?: string | undefined;
}

interface ClosedSpan extends Span {
  readonly reason: string | undefined;
}

/** The phase at `atMs` and those after it, in order. */
function* phasesFrom(hours: Hours, atMs: number): Generator<Phase, undefined> {
  const closures = closuresOf(hours);
  let days = 0;
  for (const day of daysFrom(hours, atMs)) {
    const phases = phasesOf(day, closures);
    const present = days === 0 ? phases.findLastIndex(({ fromMs }) => fromMs <= atMs) : 0;
    yield* phases.slice(Math.max(0, present));
    days += 1;
    if (days > DAYS_AHEAD) return undefined;
  }
  return undefined;
}

function closuresOf({ closures = [], time_zone }: Hours): readonly ClosedSpan[] {
  return closures.map(({ from, to, reason }) => ({
    ...spanOf(Temporal.PlainDateTime.from(from), Temporal.PlainDateTime.from(to), time_zone),
    reason,
  }));
}

function phasesOf(day: LocalDay, closures: readonly ClosedSpan[]): readonly Phase[] {
  const { holiday } = day;
  const phases = cutsOf(day, closures).map((fromMs): Phase => {
    const isOpen = day.open.some((span) => contains(span, fromMs));
    if (holiday !== undefined && !isOpen) return { fromMs, state: 'holiday', reason: holiday.name };
    const closure = closures.find((span) => contains(span, fromMs));
    if (closure !== undefined) return { fromMs, state: 'closed', reason: closure.reason };
    if (isOpen) return { fromMs, state: 'open' };
    return { fromMs, state: isBetween(day.plan, fromMs) ? 'break' : 'closed' };
  });
  // A break ends: if a closure takes the rest of the day, it is none.
  const lastOpen = phases.findLastIndex(({ state }) => state === 'open');
  return phases.map((phase, index) =>
    phase.state === 'break' && index > lastOpen ? { ...phase, state: 'closed' } : phase,
  );
}

/** The instants of a day at which anything may change, its beginning among them. */
function cutsOf(day: LocalDay, closures: readonly ClosedSpan[]): readonly number[] {
  const ends = [...day.open, ...closures].flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return [...new Set([day.fromMs, ...ends.filter((ms) => contains(day, ms))])].toSorted((a, b) => a - b);
}

function isBetween(plan: readonly Span[], ms: number): boolean {
  return plan.some(({ toMs }) => toMs <= ms) && plan.some(({ fromMs }) => fromMs > ms);
}

function contains({ fromMs, toMs }: Span, ms: number): boolean {
  return fromMs <= ms && ms < toMs;
}
