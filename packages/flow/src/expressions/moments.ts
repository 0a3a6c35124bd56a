import type { Context } from 'liquidjs';
import { Temporal } from 'temporal-polyfill';
import { isJsonObject } from '../json.ts';
import { isTimeZone } from '../time-zone.ts';

/** What the call says of itself, as filters need it. */
export interface CallPlace {
  readonly now: unknown;
  readonly zone: string;
  readonly language: string;
}

/** The time, the zone and the language of the call whose template is rendered. */
export function placeOf({ environments }: Context): CallPlace {
  const { call } = environments;
  const { now, time_zone: zone, language } = isJsonObject(call) ? call : {};
  return {
    now,
    zone: typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC',
    language: typeof language === 'string' ? language : 'en-US',
  };
}

/**
 * A value as a moment on a clock: in `zone` where one is given, else by the offset that the text itself names, else by
 * the clock of the call. A text that names no zone is in the call's. `null`: it is no date.
 */
export function clockAt(place: CallPlace, value: unknown, zone?: string): Temporal.ZonedDateTime | null {
  const moment = momentOf(place, value === 'now' || value === 'today' ? place.now : value);
  if (moment === null) return null;
  return Temporal.Instant.fromEpochMilliseconds(moment.ms).toZonedDateTimeISO(
    zone ?? moment.zone ?? place.zone,
  );
}

interface Read {
  readonly ms: number;
  /** The offset that the date itself names, UTC aside. */
  readonly zone?: string;
}

function momentOf(place: CallPlace, value: unknown): Read | null {
  if (typeof value === 'number') return read(value * 1_000);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return read(Number(text) * 1_000);
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  if (sign !== undefined && /\d:\d\d/.test(text)) return read(Date.parse(text), `${sign}${hours}:${minutes}`);
  if (/(\d[Zz]|\b(UTC|GMT|[ECMP][SD]T)\b[^a-z]*)$/.test(text)) return read(Date.parse(text));
  return onClockOf(place, text);
}

/** A date that names no zone, as the call's clock shows it. JavaScript would take it for the machine's own time. */
function onClockOf({ zone }: CallPlace, text: string): Read | null {
  const isIso = /^\d{4}(-\d\d){0,2}$|^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text);
  const asUtc = Date.parse(
    isIso ? `${text.replace(' ', 'T')}${text.includes(':') ? 'Z' : ''}` : `${text} UTC`,
  );
  const shown = read(asUtc);
  if (shown === null || zone === 'UTC') return shown;
  const local = Temporal.Instant.fromEpochMilliseconds(shown.ms).toZonedDateTimeISO('UTC').toPlainDateTime();
  return read(local.toZonedDateTime(zone).epochMilliseconds);
}

function read(ms: number, zone?: string): Read | null {
  if (Number.isNaN(new Date(ms).getTime())) return null;
  return { ms: Math.floor(ms), ...(zone === undefined ? {} : { zone }) };
}
