import { Autocomplete, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { FieldMessage, ListField } from '../../../ui/index.ts';
import { type ChoiceRow, digitsProblem, keys, nextKey, readChoices, writeChoices } from './choices.ts';
import type { MemberProps } from '../form/drawing.ts';
import { useFieldContext } from '../form/field-context.ts';
import { messagesAt } from '../form/field-problems.ts';
import styles from './rows.module.css';
import { entryName } from '../form/wording.ts';

/** A menu: which key stands for what. A key that is taken is refused before it is stored. */
export const ChoicesField = memo(function ChoicesField({ field, path, value, onChange }: MemberProps) {
  const { problems, disabled, action, onCommit } = useFieldContext();
  const rows = readChoices(value);
  const write = (next: readonly ChoiceRow[]) => onChange(next.length === 0 ? undefined : writeChoices(next));
  return (
    <ListField
      label={field.title}
      help={field.help}
      technical={`${action === undefined ? 'In the file' : 'Gatherline'}: ${field.name}`}
      at={path.join('.')}
      {...messagesAt(problems, path, false)}
      items={rows}
      itemName={entryName(field.title)}
      emptyText="None yet: the caller types digits freely."
      disabled={disabled}
      newItem={rows.length >= 40 ? undefined : () => ({ digits: nextKey(rows), label: '', written: {} })}
      onChange={write}
      onCommit={onCommit}
      renderItem={(row, index, replace) => (
        <ChoiceInputs
          row={row}
          name={`${entryName(field.title)} ${index + 1}`}
          at={[...path, index].join('.')}
          free={keys.filter((key) => key === row.digits || rows.every((other) => other.digits !== key))}
          problem={(digits) => digitsProblem(rows, index, digits)}
          stored={messagesAt(problems, [...path, index], true).error}
          onChange={replace}
        />
      )}
    />
  );
});

interface InputsProps {
  readonly row: ChoiceRow;
  readonly name: string;
  readonly at: string;
  readonly free: readonly string[];
  readonly problem: (digits: string) => string | undefined;
  /** What is wrong with the choice as it is stored. */
  readonly stored: string | undefined;
  readonly onChange: (row: ChoiceRow) => void;
}

function ChoiceInputs({ row, name, at, free, problem, stored, onChange }: InputsProps) {
  const { disabled, onCommit } = useFieldContext();
  const [typed, setTyped] = useState<string | null>(null);
  const complaint = typed === null ? stored : problem(typed);
  const type = (digits: string) => {
    const refused = problem(digits) !== undefined;
    setTyped(refused ? digits : null);
    if (!refused) onChange({ ...row, digits });
  };
  return (
    <>
      <div className={styles.choice}>
        <div data-field={`${at}.digits`}>
          <Autocomplete
            size="sm"
            data={[...free]}
            filter={({ options }) => options}
            aria-label={`Key of ${name}`}
            inputMode="tel"
            placeholder="Key"
            value={typed ?? row.digits}
            error={complaint !== undefined}
            disabled={disabled}
            onChange={type}
            onBlur={() => {
              setTyped(null);
              onCommit();
            }}
          />
        </div>
        <div data-field={`${at}.label`}>
          <TextInput
            size="sm"
            aria-label={`Label of ${name}`}
            placeholder="What it stands for"
            value={row.label}
            maxLength={60}
            disabled={disabled}
            onChange={(event) => onChange({ ...row, label: event.currentTarget.value })}
            onBlur={onCommit}
          />
        </div>
      </div>
      <FieldMessage error={complaint} />
    </>
  );
}
