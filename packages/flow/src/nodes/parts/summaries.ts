import type { DraftParams } from '../../definition.ts';
import { isJsonObject, type Json } from '../../json.ts';

/** The caller-facing text of a draft's parameter: the text itself, or the first language's. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return '';
  const first = Object.values(value)[0];
  return typeof first === 'string' ? first : '';
}

/** The file name of an audio address, or the name of stored media. */
export function audioOf(params: DraftParams): string {
  const url = textOf(params.audio_url);
  if (url !== '') return url.split(/[/?#]/).findLast((part) => part !== '') ?? url;
  if (params.playback_content !== undefined) return 'Embedded audio';
  return textOf(params.media_name);
}
