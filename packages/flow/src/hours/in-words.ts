import { Temporal } from 'temporal-polyfill';
import { localeOf, plainSpaces } from '../locale.ts';
import type { Hours } from './schema.ts';

/**
 * An instant as a caller would be told it at `atMs`, in the local time of the hours: "tomorrow at 8:00 AM",
 * "on Monday at 8:00 AM", from a week on "on Monday, December 28 at 8:00 AM". `language` is a BCP 47 tag; one that
 * Intl does not know is taken for English. Times are milliseconds since the epoch.
 */
export function inWords({ time_zone }: Hours, atMs: number, ms: number, language: string): string {
  const locale = localeOf(language);
  const parts = new Intl.DateTimeFormat(locale, { ...dayAndTime, timeZone: time_zone }).formatToParts(ms);
  const date = runOf(parts, ['weekday', 'month', 'day']);
  const clock = runOf(parts, ['hour', 'minute', 'dayPeriod']);
  const days = localDate(atMs, time_zone).until(localDate(ms, time_zone)).days;
  const day = dayInWords(days, { locale, weekday: textOf(parts, 'weekday'), date: textIn(parts, date) });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: time_zone }).format(ms);
  const [first, second] = date.from < clock.from ? [date, clock] : [clock, date];
  const between = textIn(parts, { from: first.to, to: second.from });
  return plainSpaces(
    [
      textIn(parts, { from: 0, to: first.from }),
      first === date ? day : time,
      joints[languageOf(locale)]?.(textOf(parts, 'hour')) ?? between,
      first === date ? time : day,
      textIn(parts, { from: second.to, to: parts.length }),
    ].join(''),
  );
}

const dayAndTime = {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
} as const;

/** The word before a day where a language needs one; Intl knows none. */
const before: { readonly [language: string]: string } = {
  en: 'on ',
  de: 'am ',
  es: 'el ',
  nl: 'op ',
  da: 'på ',
  sv: 'på ',
  nb: 'på ',
};

/** What stands between day and time where Intl puts a bare comma. */
const joints: { readonly [language: string]: (hour: string) => string } = {
  es: (hour) => (hour === '1' ? ' a la ' : ' a las '),
};

interface DayWords {
  readonly locale: string;
  readonly weekday: string;
  readonly date: string;
}

function dayInWords(days: number, { locale, weekday, date }: DayWords): string {
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  }
  return `${before[languageOf(locale)] ?? ''}${days > 1 && days < 7 ? weekday : date}`;
}

function languageOf(locale: string): string {
  return new Intl.Locale(locale).language;
}

function localDate(ms: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
}

type Part = Intl.DateTimeFormatPart;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where the parts of these types stand, with what is written between them. */
function runOf(parts: readonly Part[], types: readonly Part['type'][]): Run {
  const isOne = ({ type }: Part) => types.includes(type);
  return { from: parts.findIndex(isOne), to: parts.findLastIndex(isOne) + 1 };
}

function textIn(parts: readonly Part[], { from, to }: Run): string {
  return parts
    .slice(from, to)
    .map(({ value }) => value)
    .join('');
}

function textOf(parts: readonly Part[], type: Part['type']): string {
  return parts.find((part) => part.type === type)?.value ?? '';
}
