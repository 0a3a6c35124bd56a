import type { Json, JsonObject } from '@gatherline/flow';
import { readable } from './step-names.ts';

const LONGEST = 40;

/** What only programs tell apart: a UUID, a call_control_id. */
const isIdentifier = /^([0-9a-f]{8}-[0-9a-f]{4}-|v\d:)/;

/** A short value as it is; nothing for one that is long, or no word or number. */
export function plain(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Names with their values; a long value is left to those who look closer, and one that is not there is left out. */
export function valuesInWords(values: JsonObject, nameOf: (name: string) => string): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => {
      const words = valueInWords(value);
      return words === '' ? nameOf(name) : `${nameOf(name)}: ${words}`;
    })
    .join('; ');
}

function valueInWords(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = plain(value);
  if (text.length > LONGEST || isIdentifier.test(text)) return '';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return text.slice(0, 16).replace('T', ' ');
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? readable(text) : text;
}

/** A length of time as people say it: "75 s", "23 min", "1 h". */
export function lengthInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
