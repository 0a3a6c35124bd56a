import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';

/** One key of a menu as a draft holds it. */
export interface ChoiceRow {
  readonly digits: string;
  readonly label: string;
  readonly written: JsonObject;
}

/** The keys of a telephone in the order in which menus use them. */
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'] as const;

export function readChoices(value: Json | undefined): readonly ChoiceRow[] {
  if (!Array.isArray(value)) return [];
  return value.map((choice) => {
    const written = isJsonObject(choice) ? choice : {};
    const { digits, label } = written;
    return {
      digits: typeof digits === 'string' ? digits : '',
      label: typeof label === 'string' ? label : '',
      written,
    };
  });
}

export function writeChoices(rows: readonly ChoiceRow[]): readonly Json[] {
  return rows.map(({ digits, label, written: { label: _label, ...rest } }) => ({
    ...rest,
    digits,
    ...(label === '' ? {} : { label }),
  }));
}

/** The first key nobody uses yet; an empty one when all twelve are taken. */
export function nextKey(rows: readonly ChoiceRow[]): string {
  return keys.find((key) => rows.every((row) => row.digits !== key)) ?? '';
}

/** Says why a choice can't have these digits; `undefined` when it can. */
export function digitsProblem(rows: readonly ChoiceRow[], index: number, digits: string): string | undefined {
  if (digits === '') return 'Choose a key: 0 to 9, * or #.';
  if (!/^[0-9*#]{1,8}$/.test(digits)) return 'Use the keys 0 to 9, * and #, up to eight of them.';
  const other = rows.find((row, at) => at !== index && row.digits === digits);
  if (other === undefined) return undefined;
  return `${digits} is already ${other.label === '' ? 'a key of this menu' : `“${other.label}”`}.`;
}
