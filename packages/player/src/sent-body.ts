import { isJsonObject, type Json, type JsonObject, readAnswerBody } from '@gatherline/flow';

/** What a server finds in the body of a request; `request` is the body of the command. A text that is JSON or a form is read as that. */
export function sentBody({ body, headers }: JsonObject): Json | undefined {
  if (typeof body !== 'string') return body;
  const type = contentTypeOf(headers);
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body));
  return readAnswerBody(body, '');
}

function contentTypeOf(headers: Json | undefined): string {
  const rows = Array.isArray(headers) ? headers.filter(isJsonObject) : [];
  const row = rows.find(
    ({ name }) => typeof name === 'string' && name.trim().toLowerCase() === 'content-type',
  );
  return typeof row?.value === 'string' ? row.value.trim().toLowerCase() : '';
}
