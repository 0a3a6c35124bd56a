import type { ConditionRow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { blankRow, rowsFor, textOfRows, valueAs, withOperator, withVariable } from './condition-draft.ts';

const age: ConditionRow = { variable: 'vars.age', operator: 'more', value: { kind: 'number', number: 17 } };

describe('rows that are being filled in', () => {
  it('begin with an empty one', () => {
    expect(rowsFor('', null)).toEqual([blankRow]);
  });

  it('say nothing until a variable is chosen, and stay as they are meanwhile', () => {
    const draft = [age, blankRow];
    expect(textOfRows(draft)).toBe('vars.age > 17');
    expect(rowsFor('vars.age > 17', draft)).toBe(draft);
  });

  it('say nothing while the value they compare with is not chosen', () => {
    const row: ConditionRow = { ...age, value: { kind: 'variable', path: '' } };
    expect(textOfRows([row])).toBe('');
  });

  it('give way to a condition that was changed elsewhere', () => {
    expect(rowsFor('vars.other == 1', [age])).toMatchObject([{ variable: 'vars.other' }]);
  });

  it('are not shown for what is more than rows', () => {
    expect(rowsFor('vars.a or vars.b', null)).toBeNull();
  });
});

describe('a row', () => {
  it('takes the kind of its value from the variable, as long as no value is written', () => {
    expect(withVariable(blankRow, 'vars.age', 18).value).toEqual({ kind: 'number', number: 0 });
    expect(withVariable(blankRow, 'vars.urgent', false).value).toEqual({ kind: 'yes_no', yes: true });
    const written: ConditionRow = { ...blankRow, variable: 'vars.a', value: { kind: 'text', text: 'x' } };
    expect(withVariable(written, 'vars.age', 18).value).toEqual({ kind: 'text', text: 'x' });
  });

  it('has a value only where something is compared', () => {
    const set = withOperator(age, 'is_set');
    expect(set.value).toBeNull();
    expect(withOperator(set, 'is').value).toEqual({ kind: 'text', text: '' });
  });

  it('keeps its value as another kind where it can', () => {
    expect(valueAs('number', { kind: 'text', text: '12' })).toEqual({ kind: 'number', number: 12 });
    expect(valueAs('number', { kind: 'text', text: 'many' })).toEqual({ kind: 'number', number: 0 });
    expect(valueAs('text', { kind: 'number', number: 12 })).toEqual({ kind: 'text', text: '12' });
    expect(valueAs('yes_no', { kind: 'text', text: 'no' })).toEqual({ kind: 'yes_no', yes: false });
    expect(valueAs('variable', { kind: 'text', text: 'x' })).toEqual({ kind: 'variable', path: '' });
  });
});
