import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { FieldWords } from './field-props.ts';
import { FieldMessage } from './field-frame.tsx';
import styles from './list-field.module.css';
import { HelpTip } from './help-tip.tsx';
import { moved } from './moved.ts';
import { useMoveKeys } from './use-move-keys.ts';

interface Props<Item> extends FieldWords {
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly onCommit?: (() => void) | undefined;
  readonly renderItem: (item: Item, index: number, replace: (item: Item) => void) => ReactNode;
  /** A new item; `undefined` while nothing more may be added. */
  readonly newItem: (() => Item) | undefined;
  /** Stands in for the button that adds an item, where there is something to choose first. */
  readonly add?: ReactNode;
  /** What one item is called: "choice", "message". */
  readonly itemName: string;
  readonly emptyText?: string | undefined;
  /** Items of several lines have their buttons one below the other, beside them. */
  readonly isTall?: boolean;
}

/** Things in order: add, remove, move by buttons (also Alt+↑ and Alt+↓ inside an item). */
export function ListField<Item>(props: Props<Item>) {
  const { label, help, technical, items, onChange, renderItem, newItem, itemName, disabled = false } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  const change = (next: readonly Item[]) => {
    onChange(next);
    props.onCommit?.();
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    change(moved(items, from, to));
    focusItem(root.current, to, to < from ? 'up' : 'down');
  };
  useMoveKeys(root, move);
  const add = () => {
    if (newItem === undefined) return;
    change([...items, newItem()]);
    focusItem(root.current, items.length, 'new');
  };
  return (
    <fieldset ref={root} className={styles.list} data-field={props.at}>
      <legend className={props.labelHidden === true ? styles.hidden : styles.legend}>
        {label}
        {(help ?? technical) !== undefined && (
          <HelpTip {...{ label, help, technical, example: props.example }} />
        )}
      </legend>
      {items.length === 0 && <p className={styles.empty}>{props.emptyText ?? 'None yet.'}</p>}
      <ol className={styles.items}>
        {items.map((item, index) => (
          <li
            key={index}
            className={styles.item}
            data-tall={props.isTall}
            data-item={index}
            aria-label={`${itemName} ${index + 1}`}
          >
            <div className={styles.content}>
              {renderItem(item, index, (next) =>
                onChange(items.map((old, at) => (at === index ? next : old))),
              )}
            </div>
            <ItemButtons
              name={`${itemName} ${index + 1}`}
              disabled={disabled}
              onUp={index > 0 ? () => move(index, index - 1) : undefined}
              onDown={index < items.length - 1 ? () => move(index, index + 1) : undefined}
              onRemove={() => {
                change(items.filter((_, at) => at !== index));
                focusItem(root.current, Math.max(0, index - 1), 'field');
              }}
            />
          </li>
        ))}
      </ol>
      <FieldMessage error={props.error} warning={props.warning} />
      {props.add ?? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={disabled || newItem === undefined}
          onClick={add}
          data-add
        >
          Add {itemName}
        </Button>
      )}
    </fieldset>
  );
}

interface ButtonsProps {
  readonly name: string;
  readonly disabled: boolean;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
}

function ItemButtons({ name, disabled, onUp, onDown, onRemove }: ButtonsProps) {
  const moves = [
    { act: 'up', label: `Move ${name} up`, icon: IconArrowUp, onClick: onUp },
    { act: 'down', label: `Move ${name} down`, icon: IconArrowDown, onClick: onDown },
  ];
  const isAlone = onUp === undefined && onDown === undefined;
  const remove = { act: 'remove', label: `Remove ${name}`, icon: IconTrash, onClick: onRemove };
  return (
    <div className={styles.buttons}>
      {[...(isAlone ? [] : moves), remove].map(({ act, label, icon: Icon, onClick }) => (
        <Tooltip key={act} label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={label}
            data-act={act}
            disabled={disabled || onClick === undefined}
            onClick={onClick}
          >
            <Icon size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

/** Keeps the keyboard where the item went: on the same button of it, or on its first field. */
function focusItem(root: HTMLElement | null, index: number, on: 'up' | 'down' | 'field' | 'new') {
  requestAnimationFrame(() => {
    const item = root?.querySelector<HTMLElement>(`:scope > ol > [data-item="${index}"]`);
    const button = item?.querySelector<HTMLElement>(`[data-act="${on}"]:not(:disabled)`);
    const field = item?.querySelector<HTMLElement>('input, textarea, select');
    const add = root?.querySelector<HTMLElement>(':scope > [data-add]');
    (button ?? field ?? add)?.focus();
    // A name that was made up is there to be typed over.
    if (on === 'new' && field instanceof HTMLInputElement) field.select();
  });
}
