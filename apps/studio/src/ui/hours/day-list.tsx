import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { FieldMessage } from '../field-frame.tsx';
import styles from './hours.module.css';

interface Props<Item> {
  readonly title: string;
  readonly itemName: string;
  readonly emptyText: string;
  readonly items: readonly Item[];
  readonly at: string;
  readonly disabled: boolean;
  readonly newItem: () => Item;
  readonly messageOf: (index: number) => string | undefined;
  readonly render: (item: Item, index: number, replace: (item: Item) => void) => ReactNode;
  readonly onChange: (items: readonly Item[]) => void;
  readonly onCommit: () => void;
}

/** Days that are unlike others; their order says nothing. */
export function DayList<Item>(props: Props<Item>) {
  const { title, itemName, items, at, disabled, onChange } = props;
  const root = useRef<HTMLFieldSetElement>(null);
  const change = (next: readonly Item[], focused: number) => {
    onChange(next);
    props.onCommit();
    focusItem(root.current, focused);
  };
  return (
    <fieldset ref={root} className={styles.list} data-field={at}>
      <legend className={styles.partTitle}>{title}</legend>
      {items.length === 0 && <p className={styles.empty}>{props.emptyText}</p>}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item, index) => (
            <li key={index} className={styles.item} data-field={`${at}.${index}`} data-item={index}>
              <div className={styles.itemBody}>
                {props.render(item, index, (next) =>
                  onChange(items.map((old, place) => (place === index ? next : old))),
                )}
                <FieldMessage error={props.messageOf(index)} />
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`Remove ${itemName} ${index + 1}`}
                disabled={disabled}
                onClick={() =>
                  change(
                    items.filter((_, place) => place !== index),
                    index - 1,
                  )
                }
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={disabled}
        data-add
        onClick={() => change([...items, props.newItem()], items.length)}
      >
        Add {itemName}
      </Button>
    </fieldset>
  );
}

function focusItem(root: HTMLElement | null, index: number) {
  requestAnimationFrame(() => {
    const item = root?.querySelector<HTMLElement>(`[data-item="${Math.max(0, index)}"] input`);
    (item ?? root?.querySelector<HTMLElement>('[data-add]'))?.focus();
  });
}
