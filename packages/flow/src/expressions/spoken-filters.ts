import { type Context, type FilterImplOptions, toValue } from 'liquidjs';
import { localeOf, plainSpaces } from '../locale.ts';
import { isTimeZone } from '../time-zone.ts';
import { sizeOf } from './bounded-context.ts';
import { DATE, LimitError } from './limits.ts';
import { clockAt, placeOf } from './moments.ts';

type Filter = Extract<FilterImplOptions, (...given: never[]) => unknown>;

/** A filter as the { } menu and the reference tell of it. */
export interface SpokenFilter {
  readonly name: string;
  readonly title: string;
  /** One sentence: what it takes, and what may be given with it. */
  readonly help: string;
  /** What stands behind the value, such as `say_money: "USD"`. */
  readonly use: string;
  readonly given: unknown;
  /** What it makes of `given` in English (en-US), on Monday, June 1, 2026 in Chicago. */
  readonly spoken: string;
}

/** The filters that say a value as the call's language does, at the time of its zone. */
export const spokenFilterList: readonly SpokenFilter[] = [
  {
    name: 'say_time',
    title: 'As a time of day',
    help: 'A time by the clock of the flow. Another time zone may be given: say_time: "Europe/Berlin".',
    use: 'say_time',
    given: '2026-06-02T02:30:00Z',
    spoken: '9:30 PM',
  },
  {
    name: 'say_date',
    title: 'As a day',
    help: 'Weekday, month and day, with the year where it is not the present one. With "weekday" or "month" that alone.',
    use: 'say_date',
    given: '2026-06-02T02:30:00Z',
    spoken: 'Monday, June 1',
  },
  {
    name: 'say_number',
    title: 'As a number',
    help: 'A number with the separators of the language. So many decimals may be given: say_number: 2.',
    use: 'say_number',
    given: 1234567.5,
    spoken: '1,234,567.5',
  },
  {
    name: 'say_money',
    title: 'As an amount of money',
    help: 'An amount in the currency that is named by its three letters.',
    use: 'say_money: "USD"',
    given: 1234567.5,
    spoken: '$1,234,567.50',
  },
  {
    name: 'say_list',
    title: 'As a list',
    help: 'The items of a list, with “and” before the last one; with “or” for say_list: "or".',
    use: 'say_list',
    given: ['Ana', 'Ben', 'Cleo'],
    spoken: 'Ana, Ben, and Cleo',
  },
  {
    name: 'say_digits',
    title: 'One by one',
    help: 'The letters and digits of a code or a number, one by one.',
    use: 'say_digits',
    given: '4071',
    spoken: '4, 0, 7, 1',
  },
  {
    name: 'say_phone',
    title: 'As a phone number',
    help: 'The digits of a phone number, one by one and in groups.',
    use: 'say_phone',
    given: '+13125550100',
    spoken: '3 1 2, 5 5 5, 0 1 0 0',
  },
];

/** What can't be said so stays as it is. Each counts for a date: Intl is slow. */
export const spokenFilters: Readonly<Record<string, Filter>> = {
  say_time(value: unknown, zone: unknown) {
    return told(this.context, value, zone, { timeStyle: 'short' });
  },
  say_date(value: unknown, part: unknown) {
    const { context } = this;
    const which: unknown = toValue(part);
    if (which === 'weekday') return told(context, value, undefined, { weekday: 'long' });
    if (which === 'month') return told(context, value, undefined, { month: 'long' });
    const day = { weekday: 'long', month: 'long', day: 'numeric' } as const;
    const isThisYear = yearOf(context, value) === yearOf(context, 'now');
    return told(context, value, which, isThisYear ? day : { ...day, year: 'numeric' });
  },
  say_number(value: unknown, decimals: unknown) {
    const digits: unknown = toValue(decimals);
    const fixed = typeof digits === 'number' && digits >= 0 && digits <= 20 ? Math.floor(digits) : undefined;
    const options =
      fixed === undefined
        ? { maximumFractionDigits: 20 }
        : { minimumFractionDigits: fixed, maximumFractionDigits: fixed };
    return counted(this.context, value, options);
  },
  say_money(value: unknown, currency: unknown) {
    const code: unknown = toValue(currency);
    if (typeof code !== 'string' || !/^[A-Za-z]{3}$/.test(code))
      throw new LimitError('say_money needs a currency, as in say_money: "USD".');
    return counted(this.context, value, { style: 'currency', currency: code });
  },
  say_list(value: unknown, joint: unknown) {
    const items: unknown = toValue(value);
    if (!Array.isArray(items)) return items;
    const { context } = this;
    context.memoryLimit.use(DATE + sizeOf(items));
    const texts = items.map((item) => String(toValue(item) ?? '')).filter((text) => text !== '');
    const type = toValue(joint) === 'or' ? 'disjunction' : 'conjunction';
    return new Intl.ListFormat(localeOf(placeOf(context).language), { type }).format(texts);
  },
  say_digits(value: unknown) {
    return signsOf(this.context, value).join(', ');
  },
  say_phone(value: unknown) {
    const signs = signsOf(this.context, value);
    const isAmerican = signs.length === 12 && signs[0] === '+' && signs[1] === '1';
    const digits = isAmerican ? signs.slice(2) : signs.filter((sign) => sign !== '+');
    return groupsOf(digits)
      .map((group) => group.join(' '))
      .join(', ');
  },
};

function told(context: Context, given: unknown, zone: unknown, options: Intl.DateTimeFormatOptions): unknown {
  context.memoryLimit.use(DATE);
  const value: unknown = toValue(given);
  const wanted: unknown = toValue(zone);
  if (typeof wanted === 'string' && wanted !== '' && !isTimeZone(wanted))
    throw new LimitError(`there is no time zone ${wanted}.`);
  const place = placeOf(context);
  const at = clockAt(place, value, typeof wanted === 'string' && wanted !== '' ? wanted : undefined);
  if (at === null) return value;
  const format = new Intl.DateTimeFormat(localeOf(place.language), {
    ...options,
    timeZone: at.timeZoneId,
    numberingSystem: 'latn',
    calendar: 'gregory',
  });
  return plainSpaces(format.format(at.epochMilliseconds));
}

function yearOf(context: Context, value: unknown): number | undefined {
  return clockAt(placeOf(context), toValue(value))?.year;
}

function counted(context: Context, given: unknown, options: Intl.NumberFormatOptions): unknown {
  context.memoryLimit.use(DATE);
  const value: unknown = toValue(given);
  const isText = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
  const number = isText ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return value;
  const format = new Intl.NumberFormat(localeOf(placeOf(context).language), {
    ...options,
    numberingSystem: 'latn',
  });
  return plainSpaces(format.format(number));
}

function signsOf(context: Context, given: unknown): readonly string[] {
  const value: unknown = toValue(given);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  context.memoryLimit.use(text.length * 3);
  return text.match(/[\p{L}\p{N}+*#]/gu) ?? [];
}

/** In threes, the last four together; of other lengths, no group of one. */
function groupsOf(digits: readonly string[]): readonly (readonly string[])[] {
  const groups: (readonly string[])[] = [];
  let rest = digits;
  while (rest.length > 4) {
    groups.push(rest.slice(0, 3));
    rest = rest.slice(3);
  }
  return rest.length === 0 ? groups : [...groups, rest];
}
