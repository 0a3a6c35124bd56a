import { NumberInput } from '@mantine/core';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, wordsOf } from './field-props.ts';

export interface NumberFieldProps extends FieldProps<number> {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly integer?: boolean | undefined;
  /** Written behind the number. */
  readonly unit?: string | undefined;
  /** One shown unit is this many stored ones: 1000 where milliseconds are shown as seconds. */
  readonly per?: number | undefined;
  readonly placeholder?: string | undefined;
}

/** A number; its limits are said, not forced, so that nothing is changed behind the person's back. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onCommit, min, max, unit, per = 1, integer = false, disabled } = props;
  const step = per === 1 ? (integer ? 1 : 0.1) : 0.5;
  const write = (next: number | string) =>
    onChange(typeof next === 'number' ? stored(next, per, integer) : undefined);
  return (
    <FieldFrame {...wordsOf(props)}>
      {(names) => (
        <NumberInput
          {...names}
          size="sm"
          value={value === undefined ? '' : value / per}
          onChange={write}
          onBlur={() => onCommit?.()}
          {...(min === undefined ? {} : { min: min / per })}
          {...(max === undefined ? {} : { max: max / per })}
          step={step}
          clampBehavior="none"
          allowDecimal={!integer || per !== 1}
          placeholder={props.placeholder ?? ''}
          suffix={unit === undefined ? '' : ` ${unit}`}
          disabled={disabled ?? false}
          error={props.error !== undefined}
        />
      )}
    </FieldFrame>
  );
}

/** 0.1 s × 1000 is not exactly 100 in floating point; whole units are what is stored. */
function stored(shown: number, per: number, integer: boolean): number {
  return integer && per !== 1 ? Math.round(shown * per) : shown * per;
}
