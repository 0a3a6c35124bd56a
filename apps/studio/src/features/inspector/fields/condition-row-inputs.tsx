import { ActionIcon, Select } from '@mantine/core';
import { type ConditionOperator, conditionOperators, type ConditionRow } from '@gatherline/flow';
import { IconX } from '@tabler/icons-react';
import type { ReadableGroup } from '../../../store/index.ts';
import { withOperator, withVariable } from './condition-draft.ts';
import { ConditionValueInput } from './condition-value-input.tsx';
import { useFieldContext } from '../form/field-context.ts';
import styles from './rows.module.css';
import { VariableSelect } from './variable-select.tsx';

interface Props {
  readonly row: ConditionRow;
  /** What the row is called, for screen readers. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly readables: readonly ReadableGroup[];
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: (() => void) | undefined;
}

/** Signs are short enough for a narrow panel; the list says them in words. */
const labels: Readonly<Record<ConditionOperator, { readonly label: string; readonly words: string }>> = {
  is: { label: 'is', words: 'is' },
  is_not: { label: 'is not', words: 'is not' },
  more: { label: '>', words: '> is more than' },
  at_least: { label: '>=', words: '>= is at least' },
  less: { label: '<', words: '< is less than' },
  at_most: { label: '<=', words: '<= is at most' },
  contains: { label: 'contains', words: 'contains' },
  starts_with: { label: 'starts with', words: 'starts with' },
  ends_with: { label: 'ends with', words: 'ends with' },
  matches: { label: 'matches', words: 'matches the pattern' },
  is_set: { label: 'is set', words: 'is set' },
  is_not_set: { label: 'is not set', words: 'is not set' },
};

const operators = conditionOperators.map((value) => ({ value, label: labels[value].label }));

/** One comparison: what, how, with what. */
export function ConditionRowInputs(props: Props) {
  const { row, name, isFirst, readables, onChange, onRemove } = props;
  const { disabled, onCommit } = useFieldContext();
  const change = (next: ConditionRow) => {
    onChange(next);
    onCommit();
  };
  return (
    <div className={styles.condition}>
      {!isFirst && <span className={styles.and}>and</span>}
      <div className={styles.conditionTop}>
        <VariableSelect
          label={`What is compared in ${name}`}
          readables={readables}
          value={row.variable}
          onChange={(variable, example) => change(withVariable(row, variable, example))}
        />
        {onRemove !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            disabled={disabled}
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className={styles.comparison}>
        <Select
          size="sm"
          aria-label={`Comparison of ${name}`}
          data={operators}
          value={row.operator}
          allowDeselect={false}
          disabled={disabled}
          checkIconPosition="right"
          maxDropdownHeight={320}
          comboboxProps={{ width: 180, position: 'bottom-start' }}
          renderOption={({ option }) => labels[option.value].words}
          onChange={(operator) => operator !== null && change(withOperator(row, operator))}
        />
        {row.value !== null && (
          <ConditionValueInput
            name={name}
            value={row.value}
            readables={readables}
            onChange={(value) => onChange({ ...row, value })}
          />
        )}
      </div>
    </div>
  );
}
