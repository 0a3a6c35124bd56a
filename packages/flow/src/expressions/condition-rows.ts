import { type LiteralToken, type NumberToken, type QuotedToken, type Token, TypeGuards } from 'liquidjs';
import { structureComplaint, tokenizerOf } from './conditions.ts';

/** How a row compares, in the order in which people look for it. */
export const conditionOperators = [
  'is',
  'is_not',
  'more',
  'at_least',
  'less',
  'at_most',
  'contains',
  'starts_with',
  'ends_with',
  'matches',
  'is_set',
  'is_not_set',
] as const;

export type ConditionOperator = (typeof conditionOperators)[number];

/** What a variable is compared with. Liquid tells kinds apart: the key "1" is a text, the age 17 a number. */
export type ConditionValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes_no'; readonly yes: boolean }
  | { readonly kind: 'variable'; readonly path: string };

/** One comparison. `variable` is a path such as `nodes.ask.result.age`; only `is_set` and `is_not_set` have no value. */
export interface ConditionRow {
  readonly variable: string;
  readonly operator: ConditionOperator;
  readonly value: ConditionValue | null;
}

const signs: Readonly<Record<Exclude<ConditionOperator, 'is_set' | 'is_not_set'>, string>> = {
  is: '==',
  is_not: '!=',
  more: '>',
  at_least: '>=',
  less: '<',
  at_most: '<=',
  contains: 'contains',
  starts_with: 'starts_with',
  ends_with: 'ends_with',
  matches: 'matches',
};

/** Whether the operator compares with nothing. */
export function standsAlone(operator: ConditionOperator): operator is 'is_set' | 'is_not_set' {
  return operator === 'is_set' || operator === 'is_not_set';
}

/** Writes rows as a Liquid condition, joined by "and". Reading it back gives the same rows. */
export function writeCondition(rows: readonly ConditionRow[]): string {
  return rows.map(writeRow).join(' and ');
}

function writeRow({ variable, operator, value }: ConditionRow): string {
  if (operator === 'is_set') return `${variable} != blank`;
  if (operator === 'is_not_set') return `${variable} == blank`;
  return `${variable} ${signs[operator]} ${writeValue(value ?? { kind: 'text', text: '' })}`;
}

function writeValue(value: ConditionValue): string {
  switch (value.kind) {
    case 'number':
      return writeNumber(value.number);
    case 'yes_no':
      return String(value.yes);
    case 'variable':
      return value.path;
    case 'text':
    default:
      // Liquid reads the escapes of JSON; braces of a template may not stand in a condition at all.
      return JSON.stringify(value.text).replaceAll(/\{(?=[{%])/g, '\\u007b');
  }
}

/** Liquid knows no exponents. */
function writeNumber(number: number): string {
  const plain = String(number);
  return plain.includes('e')
    ? number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : plain;
}

/** Reads a condition as rows; `null` when it is more than comparisons joined by "and". An empty one has no rows. */
export function readCondition(condition: string): readonly ConditionRow[] | null {
  const text = condition.trim();
  if (text === '') return [];
  if (structureComplaint(text) !== null) return null;
  const tokenizer = tokenizerOf(text);
  const tokens = [...tokenizer.readExpressionTokens()];
  if (text.slice(tokenizer.p).trim() !== '') return null;
  const rows: ConditionRow[] = [];
  for (let at = 0; at < tokens.length; at += 4) {
    const [variable, operator, value, joint] = tokens.slice(at, at + 4);
    const row = readRow(variable, operator, value);
    if (row === null || (joint !== undefined && joint.getText() !== 'and')) return null;
    rows.push(row);
  }
  return rows;
}

function readRow(
  variable: Token | undefined,
  operator: Token | undefined,
  value: Token | undefined,
): ConditionRow | null {
  if (variable === undefined || operator === undefined || value === undefined) return null;
  if (!isVariable(variable)) return null;
  const path = variable.getText().trim();
  const sign = operator.getText();
  if (isLiteral(value) && value.literal === 'blank') {
    if (sign === '!=') return { variable: path, operator: 'is_set', value: null };
    return sign === '==' ? { variable: path, operator: 'is_not_set', value: null } : null;
  }
  const found = conditionOperators.find((each) => !standsAlone(each) && signs[each] === sign);
  const read = readValue(value);
  return found === undefined || read === null ? null : { variable: path, operator: found, value: read };
}

function readValue(token: Token): ConditionValue | null {
  if (isQuoted(token)) return { kind: 'text', text: token.content };
  if (isNumber(token)) return { kind: 'number', number: token.content };
  if (isLiteral(token)) {
    const isYesNo = token.literal === 'true' || token.literal === 'false';
    return isYesNo ? { kind: 'yes_no', yes: token.literal === 'true' } : null;
  }
  return isVariable(token) ? { kind: 'variable', path: token.getText().trim() } : null;
}

function isQuoted(token: Token): token is QuotedToken {
  return TypeGuards.isQuotedToken(token);
}

function isNumber(token: Token): token is NumberToken {
  return TypeGuards.isNumberToken(token);
}

function isLiteral(token: Token): token is LiteralToken {
  return TypeGuards.isLiteralToken(token);
}

/** A path that begins with a name; one that begins with a text or a group is more than a row shows. */
function isVariable(token: Token): boolean {
  return TypeGuards.isPropertyAccessToken(token) && /^[A-Za-z_]/.test(token.getText().trim());
}
