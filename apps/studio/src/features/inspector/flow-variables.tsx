import { idSchema, type Flow, type Json } from '@gatherline/flow';
import { editor } from '../../store/index.ts';
import { ChoiceField, JsonField, NumberField, RecordField, SwitchField, TextField } from '../../ui/index.ts';
import { kindOfValue, type ValueKind, valueKinds, valueOfKind } from './value-kinds.ts';
import styles from './rows.module.css';

interface Props {
  readonly variables: Flow['variables'];
  readonly disabled: boolean;
}

const commitField = () => editor.getState().commitField();

/** Values that every call begins with. */
export function FlowVariables({ variables, disabled }: Props) {
  return (
    <RecordField
      label="Variables"
      labelHidden
      entries={variables}
      entryName="variable"
      emptyText="None yet. A variable keeps a value for the whole call, such as a name or an answer."
      disabled={disabled}
      newValue={(): Json => ''}
      nameProblem={(name) => idSchema.safeParse(name).error?.issues[0]?.message}
      onChange={(next) => write(variables, next)}
      onCommit={commitField}
      renderValue={(value, name, replace) => (
        <div className={styles.stack}>
          <ChoiceField<ValueKind>
            label={`Kind of ${name}`}
            labelHidden
            required
            disabled={disabled}
            options={valueKinds}
            value={kindOfValue(value)}
            onChange={(kind) => kind !== undefined && replace(valueOfKind(kind, value))}
            onCommit={commitField}
          />
          <ValueInput {...{ name, value, disabled, replace }} />
        </div>
      )}
    />
  );
}

interface InputProps {
  readonly name: string;
  readonly value: Json;
  readonly disabled: boolean;
  readonly replace: (value: Json) => void;
}

function ValueInput({ name, value, disabled, replace }: InputProps) {
  const words = { label: `Value of ${name}`, labelHidden: true, disabled, onCommit: commitField };
  if (typeof value === 'number') {
    return <NumberField {...words} value={value} onChange={(next) => replace(next ?? 0)} />;
  }
  if (typeof value === 'boolean') {
    return (
      <SwitchField
        {...words}
        label={value ? 'Yes' : 'No'}
        required
        value={value}
        onChange={(next) => replace(next ?? false)}
      />
    );
  }
  if (typeof value === 'string') {
    return (
      <TextField {...words} placeholder="Empty" value={value} onChange={(next) => replace(next ?? '')} />
    );
  }
  return <JsonField {...words} shape="any" value={value} onChange={(next) => replace(next ?? null)} />;
}

/** Writes what differs: a renamed variable is a new one in place of the old one. */
function write(before: Flow['variables'], next: Readonly<Record<string, Json>>) {
  for (const [name, value] of Object.entries(next))
    if (before[name] !== value) editor.getState().setVariable(name, value);
  for (const name of Object.keys(before)) if (!(name in next)) editor.getState().setVariable(name, undefined);
}
