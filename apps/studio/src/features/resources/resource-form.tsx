import { Button, Group } from '@mantine/core';
import { idSchema, type Json, resourceComplaint, type ResourceType } from '@gatherline/flow';
import { useState } from 'react';
import { type Binding, messageOf, useBindResource } from '../../api/index.ts';
import { useEditorApi } from '../../store/index.ts';
import { ChoiceField, Notice, ResourceField, resourceChoices, TextField } from '../../ui/index.ts';
import styles from './resources.module.css';

/** What the form begins with. */
export interface FormBasis {
  /** `null` while the person is to name it. */
  readonly name: string | null;
  readonly type: ResourceType;
  /** Whether the type is said by a flow that reads the name. */
  readonly isTypeGiven: boolean;
  readonly value: Json | undefined;
  readonly isSet: boolean;
}

interface Props {
  readonly basis: FormBasis;
  /** Names that flows read and nobody has bound, with the type they expect. */
  readonly needed: ReadonlyMap<string, ResourceType>;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** Name, type and value; complaints come once the person has tried to save. */
export function ResourceForm({ basis, needed, taken, onClose }: Props) {
  const editor = useEditorApi();
  const binding = useBindResource();
  const [name, setName] = useState(basis.name ?? '');
  const [chosenType, setType] = useState(basis.type);
  const [value, setValue] = useState(basis.value);
  const [isTried, setTried] = useState(false);
  const isNew = basis.name === null;
  const type = (isNew ? needed.get(name) : undefined) ?? chosenType;
  const nameError = isNew ? nameComplaint(name, taken) : undefined;
  const valueError = valueComplaint(type, value);
  const save = () => {
    setTried(true);
    if (nameError !== undefined || valueError !== undefined || value === undefined) return;
    const bind: Binding = { name, type, value: trimmed(value) };
    binding.mutate(bind, {
      onSuccess: () => {
        editor.getState().announce(`${name} has a value now`);
        onClose();
      },
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isNew && (
        <TextField
          label="Name"
          required
          isFirst
          keepEmpty
          help="Flows read the value under this name."
          example="front_desk_number"
          suggestions={[...needed.keys()]}
          error={isTried ? nameError : undefined}
          value={name}
          onChange={(next) => setName(next ?? '')}
        />
      )}
      {!basis.isTypeGiven && (
        <ChoiceField
          label="Kind"
          required
          disabled={isNew && needed.has(name)}
          options={resourceChoices}
          value={type}
          onChange={(next) => {
            setType(next ?? type);
            setValue(undefined);
          }}
        />
      )}
      <ResourceField
        key={type}
        label="Value"
        required
        isFirst={!isNew}
        type={type}
        placeholder={basis.isSet && type === 'secret' ? 'Is set. Write a new one to replace it.' : undefined}
        error={isTried ? valueError : undefined}
        value={value}
        onChange={setValue}
      />
      {binding.isError && (
        <Notice tone="danger" role="alert" title="Not saved">
          {messageOf(binding.error)}
        </Notice>
      )}
      <Group justify="flex-end" gap="sm" className={styles.foot ?? ''}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={binding.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}

function nameComplaint(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give it a name.';
  const complaint = idSchema.safeParse(name).error?.issues[0]?.message;
  if (complaint !== undefined) return complaint;
  return taken.includes(name) ? 'There is a value under this name already: edit that one.' : undefined;
}

function valueComplaint(type: ResourceType, value: Json | undefined): string | undefined {
  if (value === undefined && type === 'hours') return 'Set the opening hours.';
  return resourceComplaint(type, trimmed(value ?? '')) ?? undefined;
}

/** Blanks around a number or an address come from copying it. */
function trimmed(value: Json): Json {
  return typeof value === 'string' ? value.trim() : value;
}
