import { type Context, type FilterImplOptions, toValue } from 'liquidjs';
import { Temporal } from 'temporal-polyfill';
import { isJsonObject } from '../json.ts';
import { DATE, DATE_PART } from './limits.ts';
import { strftime } from './strftime.ts';

type Filter = Extract<FilterImplOptions, (...given: never[]) => unknown>;

const USUAL = '%A, %B %-e, %Y at %-l:%M %P %z';

/**
 * The date filters of Liquid. LiquidJS's own ask the machine for the time, its zone and its language; for these `now` is
 * the time of the call, a date that names no zone is in UTC, and names are English, on whatever machine.
 */
export const dateFilters: Readonly<Record<string, Filter>> = {
  date(value: unknown, format: unknown, zone: unknown) {
    const wanted: unknown = toValue(format);
    return written(this.context, value, typeof wanted === 'string' ? wanted : USUAL, toValue(zone));
  },
  date_to_xmlschema(value: unknown) {
    return written(this.context, value, '%Y-%m-%dT%H:%M:%S%:z');
  },
  date_to_rfc822(value: unknown) {
    return written(this.context, value, '%a, %d %b %Y %H:%M:%S %z');
  },
  date_to_string(value: unknown, type: unknown, style: unknown) {
    return written(this.context, value, dayFormat('%b', type, style));
  },
  date_to_long_string(value: unknown, type: unknown, style: unknown) {
    return written(this.context, value, dayFormat('%B', type, style));
  },
};

function dayFormat(month: string, type: unknown, style: unknown): string {
  if (type !== 'ordinal') return `%d ${month} %Y`;
  return style === 'US' ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`;
}

/** What is no date stays as it is. */
function written(context: Context, given: unknown, format: string, zone?: unknown): unknown {
  context.memoryLimit.use(DATE + (format.split('%').length - 1) * DATE_PART);
  const value: unknown = toValue(given);
  const moment = momentOf(value === 'now' || value === 'today' ? nowIn(context) : value);
  if (moment === null) return value;
  const at = Temporal.Instant.fromEpochMilliseconds(moment.ms).toZonedDateTimeISO(
    zoneOf(zone) ?? moment.zone,
  );
  return strftime(at, format, (characters) => context.memoryLimit.use(characters));
}

function nowIn({ environments }: Context): unknown {
  const { call } = environments;
  return isJsonObject(call) ? call['now'] : undefined;
}

interface Read {
  readonly ms: number;
  /** The zone that the date itself names. */
  readonly zone: string;
}

function momentOf(value: unknown): Read | null {
  if (typeof value === 'number') return read(value * 1_000);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return read(Number(text) * 1_000);
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (sign !== undefined && /\d:\d\d/.test(text)) return read(Date.parse(text), `${sign}${hours}:${minutes}`);
  return read(Date.parse(inUtc(text)));
}

function read(ms: number, zone = 'UTC'): Read | null {
  return Number.isNaN(new Date(ms).getTime()) ? null : { ms: Math.floor(ms), zone };
}

/** JavaScript takes a date without a zone for the machine's own time, unless it is a day as ISO 8601 writes it. */
function inUtc(text: string): string {
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)) return `${text.replace(' ', 'T')}Z`;
  const namesZone = /(\d[Zz]|\b(UTC|GMT|[ECMP][SD]T)\b[^a-z]*)$/.test(text);
  return namesZone || /^\d{4}(-\d\d){0,2}$/.test(text) ? text : `${text} UTC`;
}

/** A zone by its name, or by the minutes that it is behind UTC. */
function zoneOf(zone: unknown): string | undefined {
  if (typeof zone === 'string' && zone !== '') return zone;
  if (typeof zone !== 'number') return undefined;
  const minutes = Math.abs(zone) % 1_440;
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)];
  return `${zone > 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
