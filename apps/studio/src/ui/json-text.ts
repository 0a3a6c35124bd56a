import { z } from 'zod';
import type { Json } from '@gatherline/flow';

export type JsonShape = 'object' | 'list' | 'any';

/** Reads a JSON text of the given shape; an empty text is no value. */
export function readJsonText(
  text: string,
  shape: JsonShape,
):
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly complaint: string } {
  if (text.trim() === '') return { ok: true, value: undefined };
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const isList = Array.isArray(value);
  const isObject = typeof value === 'object' && value !== null && !isList;
  if (shape === 'object' && !isObject) return { ok: false, complaint: 'Write an object, between { and }.' };
  if (shape === 'list' && !isList) return { ok: false, complaint: 'Write a list, between [ and ].' };
  return { ok: true, value };
}

function parse(text: string) {
  try {
    return { ok: true, value: z.json().parse(JSON.parse(text)) } as const;
  } catch (cause) {
    return { ok: false, complaint: `This is not JSON yet: ${reason(cause)}` } as const;
  }
}

function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/ in JSON at position.*$/, '').replace(/, "[^]*$/, '');
}
