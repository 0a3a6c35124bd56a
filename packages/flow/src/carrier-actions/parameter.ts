/** What the carrier takes as the value of one parameter; without a kind or values, anything. */
export interface Parameter {
  readonly kind?: Kind;
  readonly required?: boolean;
  /** The only values there are. */
  readonly values?: readonly Value[];
  /** Limits of a number itself, of the characters of a text or of the items of a list. */
  readonly min?: number;
  readonly max?: number;
  /** An empty text is a value of its own. */
  readonly mayBeEmpty?: boolean;
  /** How a text begins, one of these. */
  readonly begins?: readonly string[];
  /** Members of an object; without them the carrier leaves it open. */
  readonly fields?: Parameters;
  /** Other members may stand there, too. */
  readonly open?: boolean;
  /** Shapes of an object that differ by the value of a member. */
  readonly variants?: Variants;
  /** What stands under every name of an object whose names are free. */
  readonly entries?: Parameter;
  /** What every item of a list is. */
  readonly items?: Parameter;
  /** The value may be any of these. */
  readonly anyOf?: readonly Parameter[];
}

/** Shapes of an object, told apart by the values of its members `keys`, one after the other. */
export interface Variants {
  readonly keys: readonly string[];
  readonly shapes: readonly Parameter[];
}

export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
export type Value = string | number | boolean | null;
export type Parameters = { readonly [name: string]: Parameter };

/** One action of the carrier: what its body may hold. */
export interface Action {
  readonly parameters: Parameters;
  /** Sets of parameters of which at least one must be there. */
  readonly needs?: readonly (readonly string[])[];
  /** Sets of parameters of which at most one may be there. */
  readonly exclusive?: readonly (readonly string[])[];
}

export const text = { kind: 'string' } as const;
export const yesNo = { kind: 'boolean' } as const;
export const anyObject = { kind: 'object' } as const;

export function textUpTo(max: number) {
  return { kind: 'string', max } as const;
}

export function textLike(...begins: readonly string[]) {
  return { kind: 'string', begins } as const;
}

export function whole(min: number, max?: number) {
  return { kind: 'integer', min, ...(max === undefined ? {} : { max }) } as const;
}

export function oneOf<const Values extends readonly string[]>(...values: Values) {
  return { kind: 'string', values } as const;
}

export function object<const Fields extends Parameters>(fields: Fields) {
  return { kind: 'object', fields } as const;
}

export function listOf<const Item extends Parameter>(items: Item) {
  return { kind: 'array', items } as const;
}

export function needed<Given extends Parameter>(parameter: Given): Given & { readonly required: true } {
  const mark: { readonly required: true } = { required: true };
  return { ...parameter, ...mark };
}
