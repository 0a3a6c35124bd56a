import type { Temporal } from 'temporal-polyfill';

type Moment = Temporal.ZonedDateTime;

/** How one part is wished for: `%:z` with its colon, `%3N` with its width. */
interface Wish {
  readonly colon: boolean;
  readonly width: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const monthOf = ({ month }: Moment) => MONTHS[month - 1] ?? '';
const dayOf = ({ dayOfWeek }: Moment) => DAYS[dayOfWeek - 1] ?? '';
const half = ({ hour }: Moment) => (hour < 12 ? 'AM' : 'PM');
const hourOf12 = ({ hour }: Moment) => hour % 12 || 12;
const two = (value: number) => String(value).padStart(2, '0');
const dateOf = ({ year, month, day }: Moment) => `${month}/${day}/${year}`;
const timeOf = (at: Moment) => `${hourOf12(at)}:${two(at.minute)}:${two(at.second)} ${half(at)}`;

const parts: { readonly [letter: string]: (at: Moment, wish: Wish) => string | number } = {
  a: (at) => dayOf(at).slice(0, 3),
  A: dayOf,
  b: (at) => monthOf(at).slice(0, 3),
  B: monthOf,
  c: (at) => `${dateOf(at)}, ${timeOf(at)}`,
  C: ({ year }) => Math.floor(year / 100),
  d: ({ day }) => day,
  e: ({ day }) => day,
  h: (at) => monthOf(at).slice(0, 3),
  H: ({ hour }) => hour,
  I: hourOf12,
  j: ({ dayOfYear }) => dayOfYear,
  k: ({ hour }) => hour,
  l: hourOf12,
  L: ({ millisecond }) => millisecond,
  m: ({ month }) => month,
  M: ({ minute }) => minute,
  n: () => '\n',
  N: ({ millisecond }, { width }) => fraction(millisecond, width || 9),
  p: half,
  P: (at) => half(at).toLowerCase(),
  q: ({ day }) => ordinal(day),
  s: ({ epochMilliseconds }) => Math.floor(epochMilliseconds / 1_000),
  S: ({ second }) => second,
  t: () => '\t',
  u: ({ dayOfWeek }) => dayOfWeek,
  U: (at) => weekOf(at, at.dayOfWeek % 7),
  w: ({ dayOfWeek }) => dayOfWeek % 7,
  W: (at) => weekOf(at, at.dayOfWeek - 1),
  x: dateOf,
  X: timeOf,
  y: ({ year }) => ((year % 100) + 100) % 100,
  Y: ({ year }) => year,
  z: offsetOf,
  Z: (at, wish) => (/^[+-]|^UTC$/.test(at.timeZoneId) ? offsetOf(at, wish) : at.timeZoneId),
  '%': () => '%',
};

const widths: { readonly [letter: string]: number } = {
  C: 2,
  d: 2,
  e: 2,
  H: 2,
  I: 2,
  j: 3,
  k: 2,
  l: 2,
  L: 3,
  m: 2,
  M: 2,
  S: 2,
  U: 2,
  W: 2,
  y: 2,
  Y: 4,
};
const spaced = 'aAbBceklpP';

/** Letters after a % that mean a part of a date; the flags, the width and the letter of each. */
const PART = /%([-_0^#:]*)(\d*)[EO]?(.)/g;

/**
 * Writes a moment as a format of strftime says, in the dialect of LiquidJS: `%A, %B %-d`. Names are English. It knows
 * nothing of the machine's zone and language. `spend` is told how wide each part is to be, before it is made.
 */
export function strftime(at: Moment, format: string, spend: (characters: number) => void): string {
  return format.replace(PART, (written, flags: string, width: string, letter: string) => {
    const part = Object.hasOwn(parts, letter) ? parts[letter] : undefined;
    if (part === undefined) return written;
    spend(Number(width));
    const text = String(part(at, { colon: flags.includes(':'), width: Number(width) }));
    const padding = flags.includes('-') ? 0 : Number(width) || (widths[letter] ?? 0);
    return padded(cased(text, flags), padding, fillOf(flags, letter));
  });
}

function cased(text: string, flags: string): string {
  if (flags.includes('^')) return text.toUpperCase();
  if (!flags.includes('#')) return text;
  return /[a-z]/.test(text) ? text.toUpperCase() : text.toLowerCase();
}

function fillOf(flags: string, letter: string): string {
  if (flags.includes('_')) return ' ';
  return flags.includes('0') || !spaced.includes(letter) ? '0' : ' ';
}

function padded(text: string, width: number, fill: string): string {
  return fill === '0' && text.startsWith('-')
    ? `-${text.slice(1).padStart(width - 1, fill)}`
    : text.padStart(width, fill);
}

function fraction(millisecond: number, digits: number): string {
  return String(millisecond).padStart(3, '0').slice(0, digits).padEnd(digits, '0');
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}

/** Days before the first day of a week belong to week 0. */
function weekOf({ dayOfYear }: Moment, sinceFirstDay: number): number {
  return Math.floor((dayOfYear - 1 - sinceFirstDay + 7) / 7);
}

function offsetOf({ offset }: Moment, { colon }: Wish): string {
  const short = offset.slice(0, 6);
  return colon ? short : short.replace(':', '');
}
