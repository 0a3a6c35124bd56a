import type { Refusal } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { Required, Row } from './row.ts';

export type Rows = { readonly [name: string]: Row<unknown> };

/** What a body holds once its table has accepted it. A null counts as left out. */
export type ValuesOf<P extends Rows> = {
  readonly [Name in keyof P]: P[Name] extends Required<infer V>
    ? V
    : P[Name] extends Row<infer V>
      ? V | null | undefined
      : never;
};

/** Every reason the table has against a body. Parameters it does not list are ignored. */
export function refusalsOf(rows: Rows, body: Record<string, unknown>): Refusal[] {
  return Object.entries(rows).flatMap(([name, row]) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    const pointer = `/${name}`;
    if (value === undefined || value === null) {
      const detail = `The required parameter '${name}' is missing.`;
      return row.required ? [{ code: '10004', detail, pointer }] : [];
    }
    if (row.accepts(value)) return [];
    const code = row.hasType(value) ? row.codes.value : row.codes.type;
    return [{ code, detail: `The '${name}' parameter must be ${row.expects}.`, pointer }];
  });
}

export function isAccepted<P extends Rows>(
  rows: P,
  body: Record<string, unknown>,
): body is Record<string, unknown> & ValuesOf<P> {
  return refusalsOf(rows, body).length === 0;
}

/** Every reason against the members of an object parameter; one that was left out has none. */
export function memberRefusals(name: string, value: unknown, rows: Rows): Refusal[] {
  if (!isJsonObject(value)) return [];
  return refusalsOf(rows, value).map((refusal) => ({ ...refusal, pointer: `/${name}${refusal.pointer}` }));
}

/** Every reason against the items of a list parameter, each of which has a table of its own. */
export function itemRefusals(
  name: string,
  value: unknown,
  rowsOf: (item: Record<string, unknown>) => Rows,
): Refusal[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item, index) => {
    const place = `${name}/${index}`;
    if (isJsonObject(item)) return memberRefusals(place, item, rowsOf(item));
    return [{ code: '10026', detail: `Each of '${name}' must be an object.`, pointer: `/${place}` }];
  });
}
