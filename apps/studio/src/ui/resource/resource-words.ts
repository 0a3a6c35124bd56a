import { isJsonObject, type Json, weekInWords } from '@gatherline/flow';

const LONGEST = 120;

/** The value of a resource on one line; of opening hours, the week and where its clock is. */
export function resourceWords(value: Json): string {
  if (!isJsonObject(value)) return shortened(typeof value === 'string' ? value : JSON.stringify(value));
  const zone = typeof value.time_zone === 'string' ? ` (${value.time_zone.replaceAll('_', ' ')})` : '';
  return `${weekInWords(value)}${zone}`;
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
