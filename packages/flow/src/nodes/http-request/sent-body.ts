import { isJsonType } from '../../answer-body.ts';
import type { DraftParams, ParameterComplaint } from '../../definition.ts';
import { parseExactly } from '../../exact-json.ts';
import { isTemplate } from '../../expressions/templates.ts';
import { isJsonObject, type Json } from '../../json.ts';

type Complaint = Omit<ParameterComplaint, 'severity'> & { readonly severity?: 'error' };

const noJson = 'The text in “What to send” is no JSON, and would go out as that';
const otherType =
  'write it as fields and values, or name what it is in a header Content-Type, such as text/plain';

/** Why a body can't be sent: it is a text that goes out as it is, under the type of JSON, and is none. */
export function brokenBody(body: Json | undefined, headers: unknown): string | null {
  if (typeof body !== 'string' || !isJsonType(contentTypeOf(headers))) return null;
  return parseExactly(body) === undefined ? `${noJson}: ${otherType}.` : null;
}

/** The same of a draft, as far as it can be known before the call: a template may make JSON of anything. */
export function brokenBodyComplaint({ body, headers }: DraftParams): Complaint | null {
  if (typeof body !== 'string' || !canBeKnown(body)) return null;
  if (brokenBody(isTemplate(body) ? '' : body, headers) === null) return null;
  return {
    severity: 'error',
    path: ['body'],
    message: `${noJson}, so every request fails.`,
    cure: `${otherType.charAt(0).toUpperCase()}${otherType.slice(1)}.`,
  };
}

function canBeKnown(body: string): boolean {
  return !isTemplate(body) || !/^\s*(?:[[{"\d-]|true|false|null)/.test(body);
}

function contentTypeOf(headers: unknown): string {
  const rows: readonly unknown[] = Array.isArray(headers) ? headers : [];
  const row = rows
    .filter(isJsonObject)
    .find(({ name }) => typeof name === 'string' && name.trim().toLowerCase() === 'content-type');
  return typeof row?.value === 'string' ? row.value : 'application/json';
}
