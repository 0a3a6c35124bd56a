import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { FieldMessage } from './field-frame.tsx';
import type { FieldWords } from './field-props.ts';
import { HelpTip } from './help-tip.tsx';
import list from './list-field.module.css';
import { renamedKey } from './renamed-key.ts';
import styles from './record-field.module.css';

interface Props<Value> extends FieldWords {
  readonly entries: Readonly<Record<string, Value>>;
  readonly onChange: (entries: Readonly<Record<string, Value>>) => void;
  readonly onCommit?: (() => void) | undefined;
  readonly renderValue: (value: Value, name: string, replace: (value: Value) => void) => ReactNode;
  readonly newValue: () => Value;
  readonly entryName: string;
  /** Says why a name can't be used; `undefined` when it can. */
  readonly nameProblem?: ((name: string) => string | undefined) | undefined;
  readonly emptyText?: string | undefined;
  /** Gives an entry another name where more than its key hangs on it; otherwise `onChange` gets it under the new one. */
  readonly onRename?: ((from: string, to: string) => void) | undefined;
  /** Values of several fields stand below their name; those of two have the first of them beside it. */
  readonly layout?: 'beside' | 'below' | 'around' | undefined;
}

/** Names with values; a name must be there once, and a name being typed is only taken when it is one. */
export function RecordField<Value>(props: Props<Value>) {
  const {
    label,
    help,
    technical,
    entries,
    onChange,
    renderValue,
    newValue,
    entryName,
    disabled = false,
  } = props;
  const names = Object.keys(entries);
  const root = useRef<HTMLFieldSetElement>(null);
  const change = (next: Readonly<Record<string, Value>>) => {
    onChange(next);
    props.onCommit?.();
  };
  return (
    <fieldset ref={root} className={list.list} data-field={props.at}>
      <legend className={props.labelHidden === true ? list.hidden : list.legend}>
        {label}
        {(help ?? technical) !== undefined && (
          <HelpTip {...{ label, help, technical, example: props.example }} />
        )}
      </legend>
      {names.length === 0 && <p className={list.empty}>{props.emptyText ?? 'None yet.'}</p>}
      <ul className={list.items}>
        {Object.entries(entries).map(([name, value], index) => (
          <li key={index} className={list.item} aria-label={`${entryName} ${name}`}>
            <div className={styles[props.layout ?? 'beside']}>
              <NameInput
                name={name}
                label={`Name of ${entryName} ${index + 1}`}
                disabled={disabled}
                problem={(typed) => nameProblem(typed, name, props)}
                onRename={(typed) =>
                  props.onRename === undefined
                    ? change(renamedKey(entries, name, typed))
                    : props.onRename(name, typed)
                }
              />
              <div>{renderValue(value, name, (next) => onChange({ ...entries, [name]: next }))}</div>
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              disabled={disabled}
              aria-label={`Remove ${entryName} ${name}`}
              onClick={() =>
                change(Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name)))
              }
            >
              <IconTrash size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <FieldMessage error={props.error} warning={props.warning} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        onClick={() => {
          change({ ...entries, [freeName(entryName, names)]: newValue() });
          focusName(root.current, names.length);
        }}
        data-add
      >
        Add {entryName}
      </Button>
    </fieldset>
  );
}

/** A new entry begins with its name, which is there to be typed over. */
function focusName(root: HTMLElement | null, index: number) {
  requestAnimationFrame(() => {
    const name = root?.querySelector<HTMLInputElement>(`:scope > ul > li:nth-child(${index + 1}) input`);
    name?.focus();
    name?.select();
  });
}

function nameProblem<Value>(typed: string, own: string, { entries, nameProblem: extra }: Props<Value>) {
  if (typed === own) return undefined;
  if (typed.trim() === '') return 'Give it a name.';
  if (typed in entries) return `There is already one called ${typed}.`;
  return extra?.(typed);
}

function freeName(entryName: string, taken: readonly string[]): string {
  const stem = entryName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  for (let count = taken.length + 1; ; count += 1) {
    const name = `${stem}_${count}`;
    if (!taken.includes(name)) return name;
  }
}

interface NameProps {
  readonly name: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly problem: (typed: string) => string | undefined;
  readonly onRename: (typed: string) => void;
}

/** The name stays the person's own until it is left: half a name would collide with others on the way. */
function NameInput({ name, label, disabled, problem, onRename }: NameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const complaint = typed === null ? undefined : problem(typed);
  return (
    <TextInput
      size="sm"
      aria-label={label}
      disabled={disabled}
      value={typed ?? name}
      error={complaint}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed !== name && complaint === undefined) onRename(typed);
        setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
