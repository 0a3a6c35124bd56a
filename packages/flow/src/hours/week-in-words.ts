import { isJsonObject, type Json } from '../json.ts';
import { weekdays } from './schema.ts';

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const SHOWN = 2;

/** The week of hours in one short line, "Mon–Fri 08:00–18:00, Sat 09:00–12:00"; takes drafts too and says what it can. */
export function weekInWords(hours: Json | undefined): string {
  if (!isJsonObject(hours) || !isJsonObject(hours.weekly)) return '';
  const { weekly } = hours;
  const days = weekdays.map((day) => dayInWords(weekly[day]));
  if (days.every((day) => day === '')) return 'Always closed';
  if (days.every((day) => day === '00:00–24:00')) return 'Always open';
  const open = runs(days).filter(({ words }) => words !== '');
  const shown = open
    .slice(0, SHOWN)
    .map(({ from, to, words }) => `${from === to ? names[from] : `${names[from]}–${names[to]}`} ${words}`);
  return shown.join(', ') + (open.length > SHOWN ? ' …' : '');
}

function dayInWords(intervals: Json | undefined): string {
  if (!Array.isArray(intervals)) return '';
  return intervals.flatMap((each) => (isPair(each) ? [each.join('–')] : [])).join(' and ');
}

function isPair(value: Json): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

interface Days {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Days in a row with the same words. */
function runs(days: readonly string[]): readonly Days[] {
  return days.reduce<readonly Days[]>((found, words, index) => {
    const last = found.at(-1);
    if (last?.words !== words) return [...found, { from: index, to: index, words }];
    return [...found.slice(0, -1), { ...last, to: index }];
  }, []);
}
