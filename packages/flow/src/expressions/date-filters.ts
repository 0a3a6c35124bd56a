import { type Context, type FilterImplOptions, toValue } from 'liquidjs';
import { DATE, DATE_PART } from './limits.ts';
import { clockAt, placeOf } from './moments.ts';
import { strftime } from './strftime.ts';

type Filter = Extract<FilterImplOptions, (...given: never[]) => unknown>;

const USUAL = '%A, %B %-e, %Y at %-l:%M %P %z';

/**
 * The date filters of Liquid. LiquidJS's own ask the machine for the time, its zone and its language; for these `now` is
 * the time of the call, a time is told by the clock of the call's zone unless it names an offset of its own, and names
 * are English, on whatever machine.
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

/** A time with a bare Z behind it, as in `%H:%M:%SZ`, is one in UTC. */
const ENDS_IN_UTC = /%(?:-?[HIMSLN]|\d[NL])Z$/;

function dayFormat(month: string, type: unknown, style: unknown): string {
  if (type !== 'ordinal') return `%d ${month} %Y`;
  return style === 'US' ? `${month} %-d%q, %Y` : `%-d%q ${month} %Y`;
}

/** What is no date stays as it is. */
function written(context: Context, given: unknown, format: string, zone?: unknown): unknown {
  context.memoryLimit.use(DATE + (format.split('%').length - 1) * DATE_PART);
  const value: unknown = toValue(given);
  const at = clockAt(placeOf(context), value, zoneOf(zone) ?? (ENDS_IN_UTC.test(format) ? 'UTC' : undefined));
  return at === null ? value : strftime(at, format, (characters) => context.memoryLimit.use(characters));
}

/** A zone by its name, or by the minutes that it is behind UTC. */
function zoneOf(zone: unknown): string | undefined {
  if (typeof zone === 'string' && zone !== '') return zone;
  if (typeof zone !== 'number') return undefined;
  const minutes = Math.abs(zone) % 1_440;
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)];
  return `${zone > 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
