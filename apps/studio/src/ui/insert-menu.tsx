import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';

/** A piece of text; `blank` is the part of it that is to be typed over. */
export interface Insertion {
  readonly label: string;
  readonly text: string;
  readonly blank?: string | undefined;
}

/** Pieces of text that may be put into a field at the caret. */
export interface InsertGroup {
  readonly title: string;
  readonly items: readonly Insertion[];
}

interface Props {
  /** The field that receives the piece, for screen readers. */
  readonly label: string;
  /** Asked for when the menu opens. */
  readonly groups: () => readonly InsertGroup[];
  readonly disabled?: boolean | undefined;
  readonly onInsert: (insertion: Insertion) => void;
}

/** The "{ }" button of a text that may hold values. */
export function InsertMenu({ label, groups, disabled, onInsert }: Props) {
  return (
    <Menu position="bottom-end" withinPortal width={290} returnFocus={false} shadow="md">
      <Menu.Target>
        <Tooltip label="Insert a value">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            disabled={disabled ?? false}
            aria-label={`Insert a value into ${label}`}
          >
            <IconBraces size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        <Items groups={groups} onInsert={onInsert} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ groups, onInsert }: Pick<Props, 'groups' | 'onInsert'>) {
  return groups()
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <div key={group.title}>
        <Menu.Label>{group.title}</Menu.Label>
        {group.items.map((item) => (
          <Menu.Item key={item.text} onClick={() => onInsert(item)}>
            {item.label}
          </Menu.Item>
        ))}
      </div>
    ));
}
