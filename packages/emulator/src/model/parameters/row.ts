import { isJsonObject } from '../json.ts';

/**
 * One row of an action's parameter table. `codes` are the carrier's error codes for a value of the wrong type and for
 * a value it does not allow; `expects` finishes the sentence "must be …".
 */
export type Row<V> = {
  readonly required: boolean;
  readonly expects: string;
  readonly codes: { readonly type: string; readonly value: string };
  hasType(value: unknown): boolean;
  accepts(value: unknown): value is V;
};

export type Required<V> = Row<V> & { readonly required: true };

type Own = { code?: string };

/** The same row, for a parameter that may not be left out. */
export function required<V>(row: Row<V>): Required<V> {
  return { ...row, required: true };
}

export function text(limits: Own & { min?: number; max?: number } = {}): Row<string> {
  const { code, min = 0, max = Number.POSITIVE_INFINITY } = limits;
  return {
    required: false,
    expects: Number.isFinite(max) ? `a string of ${min} to ${max} characters` : 'a string',
    codes: { type: code ?? '10026', value: code ?? '10025' },
    hasType: isString,
    accepts: (value): value is string => isString(value) && value.length >= min && value.length <= max,
  };
}

export function oneOf<const V extends string>(values: readonly V[], { code }: Own = {}): Row<V> {
  return {
    required: false,
    expects: `one of ${values.join(', ')}`,
    codes: { type: code ?? '10026', value: code ?? '10032' },
    hasType: isString,
    accepts: (value): value is V => values.some((allowed) => allowed === value),
  };
}

export function matching(pattern: RegExp, { code, expects }: { code: string; expects: string }): Row<string> {
  return {
    required: false,
    expects,
    codes: { type: code, value: code },
    hasType: isString,
    accepts: (value): value is string => isString(value) && pattern.test(value),
  };
}

export function integer(limits: Own & { min?: number; max?: number } = {}): Row<number> {
  const { code, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits;
  const isInteger = (value: unknown): value is number => Number.isInteger(value);
  return {
    required: false,
    expects: Number.isFinite(max) ? `an integer from ${min} to ${max}` : 'an integer',
    codes: { type: code ?? '10026', value: code ?? '10033' },
    hasType: isInteger,
    accepts: (value): value is number => isInteger(value) && value >= min && value <= max,
  };
}

export function flag(): Row<boolean> {
  return {
    required: false,
    expects: 'true or false',
    codes: { type: '10026', value: '10026' },
    hasType: isBoolean,
    accepts: isBoolean,
  };
}

export function object({ code = '10026' }: Own = {}): Row<Record<string, unknown>> {
  return {
    required: false,
    expects: 'an object',
    codes: { type: code, value: code },
    hasType: isJsonObject,
    accepts: isJsonObject,
  };
}

export function list(): Row<unknown[]> {
  const isList = (value: unknown): value is unknown[] => Array.isArray(value);
  return {
    required: false,
    expects: 'an array',
    codes: { type: '10026', value: '10026' },
    hasType: isList,
    accepts: isList,
  };
}

/** A row whose values are told by a check of its own. */
export function checked<V>(
  accepts: (value: unknown) => value is V,
  { code, expects }: { code: string; expects: string },
): Row<V> {
  return { required: false, expects, codes: { type: code, value: code }, hasType: () => true, accepts };
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
