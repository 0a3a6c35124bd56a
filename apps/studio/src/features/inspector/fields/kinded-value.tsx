import type { Json } from '@gatherline/flow';
import {
  ChoiceField,
  type InsertGroup,
  JsonField,
  NumberField,
  SwitchField,
  TextField,
} from '../../../ui/index.ts';
import styles from './rows.module.css';
import { kindOfValue, type ValueKind, valueKinds, valueOfKind } from './value-kinds.ts';

interface Props {
  /** What the value is called, for screen readers. */
  readonly name: string;
  readonly value: Json;
  readonly disabled: boolean;
  /** What a text may read; `undefined` where it is taken as it stands. */
  readonly insert?: (() => readonly InsertGroup[]) | undefined;
  readonly onChange: (value: Json) => void;
  readonly onCommit: () => void;
}

/** A value of any kind: which kind, and the value. */
export function KindedValue(props: Props) {
  const { name, value, disabled, onChange, onCommit } = props;
  return (
    <div className={styles.stack}>
      <ChoiceField<ValueKind>
        label={`Kind of ${name}`}
        labelHidden
        required
        disabled={disabled}
        options={valueKinds}
        value={kindOfValue(value)}
        onChange={(kind) => kind !== undefined && onChange(valueOfKind(kind, value))}
        onCommit={onCommit}
      />
      <ValueInput {...props} />
    </div>
  );
}

function ValueInput({ name, value, disabled, insert, onChange, onCommit }: Props) {
  const words = { label: `Value of ${name}`, labelHidden: true, disabled, onCommit };
  if (typeof value === 'number') {
    return <NumberField {...words} value={value} onChange={(next) => onChange(next ?? 0)} />;
  }
  if (typeof value === 'boolean') {
    return (
      <SwitchField
        {...words}
        label={value ? 'Yes' : 'No'}
        required
        value={value}
        onChange={(next) => onChange(next ?? false)}
      />
    );
  }
  if (typeof value === 'string') {
    return (
      <TextField
        {...words}
        placeholder="Empty"
        insert={insert}
        value={value}
        onChange={(next) => onChange(next ?? '')}
      />
    );
  }
  return <JsonField {...words} shape="any" value={value} onChange={(next) => onChange(next ?? null)} />;
}
