import type { Refusal } from '../errors.ts';
import { checked, oneOf, text } from './row.ts';

const isLoop = (value: unknown): value is number | 'infinity' =>
  value === 'infinity' ||
  (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100);

export const loop = checked(isLoop, { code: '90009', expects: "an integer from 1 to 100, or 'infinity'" });

// The error's own text names `overlay` beside the two that the parameter's text documents.
export const stop = oneOf(['current', 'all', 'overlay'], { code: '90016' });

/** How often something is said: the carrier's `loop` as a count, null for no end. */
export function timesOf(value: number | 'infinity' | null | undefined): number | null {
  if (value === 'infinity') return null;
  return value ?? 1;
}

/** A recording named by URL or by media name. */
export const recording = { audio_url: text({ min: 1, max: 2000 }), media_name: text({ min: 1 }) };

export type Recorded = {
  readonly audio_url: string | null | undefined;
  readonly media_name: string | null | undefined;
};

/** Both names at once are refused. */
export function recordingRefusals({ audio_url, media_name }: Recorded): Refusal[] {
  if (!isGiven(audio_url) || !isGiven(media_name)) return [];
  const detail = "The parameters 'audio_url' and 'media_name' can not be used together.";
  return [{ code: '10015', detail, pointer: '/media_name' }];
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
