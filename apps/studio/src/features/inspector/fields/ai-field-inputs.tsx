import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FieldMessage } from '../../../ui/index.ts';
import { type AiField, type AiFieldKind, aiFieldKinds, aiFieldNameProblem } from './ai-fields.ts';
import { useFieldContext } from '../form/field-context.ts';
import styles from './rows.module.css';

interface Props {
  readonly asked: AiField;
  readonly index: number;
  readonly at: string;
  readonly taken: readonly string[];
  /** What it means that a field is needed. */
  readonly neededLabel: string;
  readonly onChange: (asked: AiField) => void;
}

const kindLabels: Readonly<Record<AiFieldKind, string>> = {
  text: 'Text',
  number: 'Number',
  whole_number: 'Whole number',
  yes_no: 'Yes or no',
  one_of: 'One of…',
};

/** One thing to find out: its name, its kind, what to ask, and whether the call may go on without it. */
export function AiFieldInputs(props: Props) {
  const { asked, index, at, taken, neededLabel, onChange } = props;
  const { disabled, onCommit } = useFieldContext();
  const place = `field ${index + 1}`;
  return (
    <div className={styles.stack} data-field={at}>
      <div className={styles.asked}>
        <NameInput
          key={asked.name}
          name={asked.name}
          label={`Name of ${place}`}
          taken={taken}
          disabled={disabled}
          onRename={(name) => {
            onChange({ ...asked, name });
            onCommit();
          }}
        />
        <Select
          size="sm"
          aria-label={`Kind of ${place}`}
          data={aiFieldKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          value={asked.kind}
          allowDeselect={false}
          disabled={disabled}
          onChange={(kind) => {
            if (kind !== null) onChange({ ...asked, kind });
            onCommit();
          }}
        />
      </div>
      <TextInput
        size="sm"
        aria-label={`What to ask for ${place}`}
        placeholder="What to ask, such as: the day of birth"
        value={asked.question}
        disabled={disabled}
        onChange={(event) => onChange({ ...asked, question: event.currentTarget.value })}
        onBlur={onCommit}
      />
      {asked.kind === 'one_of' && (
        <>
          <TagsInput
            size="sm"
            aria-label={`Answers of ${place}`}
            placeholder="Type an answer and press Enter"
            value={[...asked.options]}
            disabled={disabled}
            onChange={(options) => onChange({ ...asked, options })}
            onBlur={onCommit}
          />
          {asked.options.length === 0 && <FieldMessage warning="Add at least one answer to choose from." />}
        </>
      )}
      <Checkbox
        size="sm"
        label={neededLabel}
        checked={asked.isRequired}
        disabled={disabled}
        onChange={(event) => {
          onChange({ ...asked, isRequired: event.currentTarget.checked });
          onCommit();
        }}
      />
    </div>
  );
}

interface NameProps {
  readonly name: string;
  readonly label: string;
  readonly taken: readonly string[];
  readonly disabled: boolean;
  readonly onRename: (name: string) => void;
}

/** The name is a key of the schema: it is written when it is whole, not letter by letter. */
function NameInput({ name, label, taken, disabled, onRename }: NameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const complaint = typed === null ? undefined : aiFieldNameProblem(typed, taken);
  return (
    <TextInput
      size="sm"
      aria-label={label}
      value={typed ?? name}
      error={complaint}
      disabled={disabled}
      onChange={(event) => setTyped(event.currentTarget.value.trimStart().replaceAll(/\s+/g, '_'))}
      onBlur={() => {
        if (typed !== null && typed !== name && complaint === undefined) onRename(typed);
        setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
