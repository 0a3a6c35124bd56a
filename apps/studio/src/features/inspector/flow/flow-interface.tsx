import {
  type Flow,
  idSchema,
  type Json,
  type JsonObject,
  type ValueType,
  valueTypes,
} from '@gatherline/flow';
import { useState } from 'react';
import { type DeclaredPart, useEditorApi } from '../../../store/index.ts';
import { ChoiceField, RecordField, SwitchField, TextField } from '../../../ui/index.ts';
import { FieldGroupSection } from '../form/field-group-section.tsx';
import { inputComplaint, inputText, inputValue, valueTypeTitles } from '../fields/input-values.ts';
import styles from '../fields/rows.module.css';

interface Props {
  readonly flow: Flow;
  readonly disabled: boolean;
}

/** What other flows give to this one when they enter it, and what they get back. */
export function FlowInterface({ flow, disabled }: Props) {
  const isUsed = Object.keys(flow.inputs).length + Object.keys(flow.outputs).length > 0;
  const [isOpen, setOpen] = useState(isUsed);
  return (
    <FieldGroupSection
      title="When another flow enters this one"
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
      setCount={Object.keys(flow.inputs).length + Object.keys(flow.outputs).length}
    >
      <DeclaredValues
        part="inputs"
        label="What goes in"
        entryName="input"
        help="Values that the other flow gives. Steps here read them as variables."
        emptyText="Nothing. The flow can be entered as it is."
        declared={flow.inputs}
        disabled={disabled}
      />
      <DeclaredValues
        part="outputs"
        label="What comes out"
        entryName="output"
        help="Values that a Return step gives back to the other flow."
        emptyText="Nothing."
        declared={flow.outputs}
        disabled={disabled}
      />
    </FieldGroupSection>
  );
}

interface DeclaredProps {
  readonly part: Extract<DeclaredPart, 'inputs' | 'outputs'>;
  readonly label: string;
  readonly entryName: string;
  readonly help: string;
  readonly emptyText: string;
  readonly declared: Flow['inputs'];
  readonly disabled: boolean;
}

function DeclaredValues({ part, declared, disabled, ...words }: DeclaredProps) {
  const { setDeclared, renameDeclared, commitField } = useEditorApi().getState();
  const write = (next: Readonly<Record<string, JsonObject>>) => {
    for (const [name, value] of Object.entries(next))
      if (!Object.hasOwn(declared, name)) setDeclared(part, name, value);
    for (const name of Object.keys(declared)) if (!(name in next)) setDeclared(part, name, undefined);
  };
  return (
    <RecordField<JsonObject>
      {...words}
      technical={`In the file: ${part}`}
      entries={declared}
      disabled={disabled}
      layout="below"
      newValue={() => ({ type: 'text' })}
      nameProblem={(name) => idSchema.safeParse(name).error?.issues[0]?.message}
      onChange={write}
      onRename={(from, to) => renameDeclared(part, from, to)}
      onCommit={commitField}
      renderValue={(_value, name) => {
        const value = declared[name];
        return value && <ValueFields part={part} name={name} value={value} disabled={disabled} />;
      }}
    />
  );
}

interface ValueProps extends Pick<DeclaredProps, 'part' | 'disabled'> {
  readonly name: string;
  readonly value: Flow['inputs'][string];
}

function ValueFields({ part, name, value, disabled }: ValueProps) {
  const { type, title, required, default: fallback } = value;
  const { setDeclared, commitField } = useEditorApi().getState();
  const shared = { disabled, onCommit: commitField };
  const change = (key: string, to: Json | undefined) => {
    const parts = Object.entries({ ...value, [key]: to });
    const set = parts.flatMap(([of, held]) => (held === undefined ? [] : [[of, held] as const]));
    setDeclared(part, name, Object.fromEntries(set));
  };
  return (
    <div className={styles.stack}>
      <ChoiceField<ValueType>
        {...shared}
        label={`Kind of ${name}`}
        labelHidden
        required
        options={kinds}
        value={type}
        onChange={(next) => next !== undefined && change('type', next)}
      />
      <TextField
        {...shared}
        label={`Title of ${name}`}
        labelHidden
        maxCharacters={120}
        placeholder="What it is, in words"
        value={title}
        onChange={(next) => change('title', next)}
      />
      {part === 'inputs' && (
        <>
          <TextField
            {...shared}
            label={`Default of ${name}`}
            labelHidden
            placeholder="Taken when nothing is given"
            error={inputComplaint(type, fallback)}
            value={inputText(fallback)}
            onChange={(next) => change('default', next === undefined ? undefined : inputValue(type, next))}
          />
          <SwitchField
            {...shared}
            label="Must be given"
            value={required}
            fallback={false}
            onChange={(next) => change('required', next === true ? true : undefined)}
          />
        </>
      )}
    </div>
  );
}

const kinds = valueTypes.map((value) => ({ value, label: valueTypeTitles[value] }));
