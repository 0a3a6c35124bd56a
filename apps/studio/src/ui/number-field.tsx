import { NumberInput } from '@mantine/core';
import { useState } from 'react';
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
  /** Where the arrows begin while the field is empty. */
  readonly start?: number | undefined;
}

/** A number; its limits are said, not forced, so that nothing is changed behind the person's back. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onCommit, min, max, unit, per = 1, integer = false, disabled } = props;
  // "0." and "-" are on their way to a number: they stay in the field and are not stored.
  const [typed, setTyped] = useState<string | null>(null);
  const step = per === 1 ? (integer ? 1 : 0.1) : 0.5;
  const write = (next: number | string) => {
    const number = next === '' ? undefined : Number(next);
    setTyped(typeof next === 'string' && next !== '' ? next : null);
    if (number === undefined || Number.isFinite(number)) {
      onChange(number === undefined ? undefined : stored(number, per, integer));
    }
  };
  return (
    <FieldFrame {...wordsOf(props)}>
      {(names) => (
        <NumberInput
          {...names}
          size="sm"
          value={typed ?? (value === undefined ? '' : value / per)}
          onChange={write}
          onBlur={() => {
            setTyped(null);
            onCommit?.();
          }}
          {...(min === undefined ? {} : { min: min / per })}
          {...(max === undefined ? {} : { max: max / per })}
          step={step}
          {...(props.start === undefined ? {} : { startValue: props.start / per })}
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
