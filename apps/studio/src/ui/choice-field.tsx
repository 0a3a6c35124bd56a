import { Select } from '@mantine/core';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, wordsOf } from './field-props.ts';

/** One thing to choose; `value` is what is stored. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value> extends FieldProps<Value> {
  readonly options: readonly Choice<Value>[];
  readonly placeholder?: string | undefined;
}

/** One of a list. A stored value that the list does not have is shown as it is and may be replaced. */
export function ChoiceField<Value extends string | number | boolean | null>(props: Props<Value>) {
  const { value, options, onChange, onCommit, required, disabled } = props;
  const keyed = options.map((option) => ({
    value: keyOf(option.value),
    label: option.label,
    stored: option.value,
  }));
  const isForeign = value !== undefined && !keyed.some((option) => option.value === keyOf(value));
  const offered = isForeign ? [...keyed, { value: keyOf(value), label: `${value}`, stored: value }] : keyed;
  return (
    <FieldFrame {...wordsOf(props)}>
      {(names) => (
        <Select
          {...names}
          size="sm"
          data={offered.map(({ value: key, label }) => ({ value: key, label }))}
          value={value === undefined ? null : keyOf(value)}
          onChange={(key) => onChange(offered.find((option) => option.value === key)?.stored)}
          onBlur={() => onCommit?.()}
          placeholder={props.placeholder ?? 'Choose'}
          clearable={required !== true}
          clearButtonProps={{ 'aria-label': `Clear ${props.label}` }}
          searchable={options.length > 8}
          nothingFoundMessage="Nothing like that"
          disabled={disabled ?? false}
          error={props.error !== undefined}
          comboboxProps={{ withinPortal: true }}
          checkIconPosition="right"
        />
      )}
    </FieldFrame>
  );
}

function keyOf(value: string | number | boolean | null): string {
  return JSON.stringify(value);
}
