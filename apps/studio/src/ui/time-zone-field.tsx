import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { ZoneSelect } from './zone-select.tsx';

interface Props extends FieldProps<string> {
  /** What holds while none is chosen. */
  readonly placeholder: string;
}

/** A time zone that may be left empty. */
export function TimeZoneField({ value, placeholder, disabled = false, onChange, onCommit, ...words }: Props) {
  return (
    <FieldFrame {...words}>
      {(names) => (
        <ZoneSelect
          {...names}
          value={value ?? null}
          placeholder={placeholder}
          onChange={(zone) => {
            onChange(zone ?? undefined);
            onCommit?.();
          }}
          clearable
          disabled={disabled}
          error={words.error !== undefined}
        />
      )}
    </FieldFrame>
  );
}
