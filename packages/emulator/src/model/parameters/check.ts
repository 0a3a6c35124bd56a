import type { Refusal } from '../errors.ts';
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
