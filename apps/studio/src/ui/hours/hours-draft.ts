import {
  type Holiday,
  isJsonObject,
  type Json,
  type JsonObject,
  readableHours,
  type Weekday,
  weekdays,
} from '@gatherline/flow';

/** Opening hours while they are being written: any text may stand anywhere. */
export interface HoursDraft {
  readonly zone: string;
  readonly week: Week;
  readonly holidays: readonly HolidayDraft[];
  readonly closures: readonly ClosureDraft[];
  /** What the file holds besides, kept as it is. */
  readonly others: JsonObject;
}

export type Week = Readonly<Record<Weekday, readonly Times[]>>;

/** When it opens and when it closes. */
export type Times = readonly [from: string, to: string];

/** How the day of a holiday is given: a date, such as the fourth Thursday of November, or counted from Easter. */
export type HolidayKind = 'date' | 'nth_weekday' | 'easter';

/** What is written for each kind is kept while another one is chosen. */
export interface HolidayDraft {
  readonly kind: HolidayKind;
  readonly name: string;
  readonly date: string;
  readonly everyYear: boolean;
  readonly nth: NthWeekday;
  /** Days after Easter Sunday. */
  readonly easter: number;
}

type NthWeekday = NonNullable<Holiday['nth_weekday']>;

export const newHoliday: HolidayDraft = {
  kind: 'date',
  name: '',
  date: '',
  everyYear: false,
  nth: { nth: 4, weekday: 'thu', month: 11 },
  easter: 1,
};

export interface ClosureDraft {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export function readHours(value: Json): HoursDraft {
  const hours = isJsonObject(value) ? value : {};
  const { time_zone, weekly, holidays, closures, ...others } = hours;
  const days = isJsonObject(weekly) ? weekly : {};
  return {
    zone: textOf(time_zone),
    week: weekOf((day) => listOf(days[day]).map(readTimes)),
    holidays: objectsOf(holidays).map(readHoliday),
    closures: objectsOf(closures).map(({ from, to, reason }) => ({
      from: textOf(from),
      to: textOf(to),
      reason: textOf(reason),
    })),
    others,
  };
}

/** The value for the file: what says nothing is left out. */
export function writeHours({ zone, week, holidays, closures, others }: HoursDraft): JsonObject {
  const open = weekdays.filter((day) => week[day].length > 0);
  return {
    time_zone: zone,
    weekly: Object.fromEntries(open.map((day) => [day, week[day]])),
    ...(holidays.length === 0 ? {} : { holidays: holidays.map(writeHoliday) }),
    ...(closures.length === 0 ? {} : { closures: closures.map(writeClosure) }),
    ...others,
  };
}

/** The day with a further opening: after the last one, else before the first; `undefined` where there is no room. */
export function withFurther(times: readonly Times[]): { times: readonly Times[]; added: number } | undefined {
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) return { times: [['09:00', '17:00']], added: 0 };
  const opens = minutes(first[0]);
  const closes = last[1] < last[0] ? undefined : minutes(last[1]);
  if (closes !== undefined && closes <= 22 * 60) {
    const after: Times = [clock(closes + 60), clock(Math.min(closes + 5 * 60, 24 * 60))];
    return { times: [...times, after], added: times.length };
  }
  if (opens === undefined || opens < 2 * 60) return undefined;
  return { times: [[clock(Math.max(opens - 5 * 60, 0)), clock(opens - 60)], ...times], added: 0 };
}

/** Tuesday to Friday as on Monday. */
export function likeMonday(week: Week): Week {
  return { ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon };
}

function weekOf(times: (day: Weekday) => readonly Times[]): Week {
  return {
    mon: times('mon'),
    tue: times('tue'),
    wed: times('wed'),
    thu: times('thu'),
    fri: times('fri'),
    sat: times('sat'),
    sun: times('sun'),
  };
}

function readTimes(value: Json): Times {
  const [from, to] = listOf(value);
  return [textOf(from), textOf(to)];
}

function readHoliday({ date, name, every_year, nth_weekday, easter }: JsonObject): HolidayDraft {
  const nth = readableHours.shape.holidays.unwrap().element.shape.nth_weekday.safeParse(nth_weekday).data;
  return {
    ...newHoliday,
    kind: nth !== undefined ? 'nth_weekday' : typeof easter === 'number' ? 'easter' : 'date',
    date: textOf(date),
    name: textOf(name),
    everyYear: every_year === true,
    ...(nth === undefined ? {} : { nth }),
    ...(typeof easter === 'number' ? { easter } : {}),
  };
}

function writeHoliday({ kind, date, name, everyYear, nth, easter }: HolidayDraft): JsonObject {
  const named = name === '' ? {} : { name };
  if (kind === 'nth_weekday') {
    const { plus_days, ...day } = nth;
    return { nth_weekday: { ...day, ...(plus_days === undefined ? {} : { plus_days }) }, ...named };
  }
  if (kind === 'easter') return { easter, ...named };
  return { date, ...named, ...(everyYear ? { every_year: true } : {}) };
}

function writeClosure({ from, to, reason }: ClosureDraft): JsonObject {
  return { from, to, ...(reason === '' ? {} : { reason }) };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).map((item) => (isJsonObject(item) ? item : {}));
}

function minutes(time: string): number | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
}

function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
