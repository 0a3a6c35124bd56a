import {
  type ConditionRow,
  type ConditionValue,
  type Json,
  readCondition,
  standsAlone,
  writeCondition,
} from '@gatherline/flow';

/** A row as it is being filled in: the variable may not be chosen yet. */
export const blankRow: ConditionRow = { variable: '', operator: 'is', value: { kind: 'text', text: '' } };

/** The condition that the rows make; what is only half filled in says nothing yet. */
export function textOfRows(rows: readonly ConditionRow[]): string {
  return writeCondition(rows.filter(isWhole));
}

/** The rows to show: those being filled in while they still make this condition, else those that it is made of. */
export function rowsFor(
  condition: string,
  draft: readonly ConditionRow[] | null,
): readonly ConditionRow[] | null {
  if (draft !== null && textOfRows(draft) === condition) return draft;
  const rows = readCondition(condition);
  return rows?.length === 0 ? [blankRow] : rows;
}

/** The row about another variable: its value becomes of the kind that the variable is known to have. */
export function withVariable(row: ConditionRow, variable: string, example: Json | undefined): ConditionRow {
  if (row.value === null) return { ...row, variable };
  const kind = kindOf(example);
  const isUntouched = row.variable === '' || isBlank(row.value);
  return { ...row, variable, value: isUntouched ? valueAs(kind, row.value) : row.value };
}

/** The row with another comparison; a value comes and goes with the need for one. */
export function withOperator(row: ConditionRow, operator: ConditionRow['operator']): ConditionRow {
  if (standsAlone(operator)) return { ...row, operator, value: null };
  return { ...row, operator, value: row.value ?? { kind: 'text', text: '' } };
}

/** The value as another kind, kept where it can be: the text "12" becomes the number 12. */
export function valueAs(kind: ConditionValue['kind'], value: ConditionValue): ConditionValue {
  if (value.kind === kind) return value;
  const text = wordsOf(value);
  switch (kind) {
    case 'number': {
      const number = Number(text);
      return { kind, number: text.trim() !== '' && Number.isFinite(number) ? number : 0 };
    }
    case 'yes_no':
      return { kind, yes: text !== 'false' && text !== 'no' };
    case 'variable':
      return { kind, path: '' };
    case 'text':
    default:
      return { kind: 'text', text: value.kind === 'variable' ? '' : text };
  }
}

function wordsOf(value: ConditionValue): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return String(value.number);
  return value.kind === 'yes_no' ? String(value.yes) : value.path;
}

function kindOf(example: Json | undefined): ConditionValue['kind'] {
  if (typeof example === 'number') return 'number';
  return typeof example === 'boolean' ? 'yes_no' : 'text';
}

function isBlank(value: ConditionValue): boolean {
  return (value.kind === 'text' && value.text === '') || (value.kind === 'number' && value.number === 0);
}

/** A value that is another variable, not chosen yet, would make half a condition. */
function isWhole({ variable, value }: ConditionRow): boolean {
  return variable !== '' && !(value?.kind === 'variable' && value.path === '');
}
