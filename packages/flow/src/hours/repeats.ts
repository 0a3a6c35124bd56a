/** The day of a holiday, in whichever way it is given. */
interface Holiday {
  readonly date?: string | undefined;
  readonly every_year?: boolean | undefined;
  readonly easter?: number | undefined;
  readonly nth_weekday?:
    | {
        readonly nth: number | 'last';
        readonly weekday: string;
        readonly month: number;
        readonly plus_days?: number | undefined;
      }
    | undefined;
}

interface Closure {
  readonly from: string;
  readonly to: string;
}

/** A row of a list that says what a row before it says, by their places. */
export interface Repeat {
  readonly index: number;
  readonly first: number;
}

/** Holidays on the day of one before them; a day that comes every year takes one of a single year with it. */
export function repeatedHolidays(holidays: readonly Holiday[]): readonly Repeat[] {
  const yearly = new Set(holidays.filter(({ every_year }) => every_year === true).map(sameDayKey));
  return repeats(
    holidays.map((each) => {
      const monthAndDay = each.date?.slice(5) ?? '';
      return yearly.has(monthAndDay) ? monthAndDay : sameDayKey(each);
    }),
  );
}

/** The rows whose key a row before them has. */
function repeats(keys: readonly string[]): readonly Repeat[] {
  return keys.flatMap((key, index) => {
    const first = keys.indexOf(key);
    return first < index ? [{ index, first }] : [];
  });
}

/** Closures that begin and end as one before them. */
export function repeatedClosures(closures: readonly Closure[]): readonly Repeat[] {
  return repeats(closures.map(({ from, to }) => `${from} ${to}`));
}

/** What two rows of a list have in common when they stand for the same day of each year. */
function sameDayKey({ date, every_year, nth_weekday: nth, easter }: Holiday): string {
  if (nth !== undefined) return `${nth.nth} ${nth.weekday} ${nth.month} ${nth.plus_days ?? 0}`;
  if (easter !== undefined) return `easter ${easter}`;
  return every_year === true ? (date ?? '').slice(5) : (date ?? '');
}
