import { ActionIcon, Menu, NumberInput, Select, TextInput, Tooltip } from '@mantine/core';
import type { ConditionValue } from '@gatherline/flow';
import { IconCheck, IconLetterCase, IconNumbers, IconToggleRight, IconVariable } from '@tabler/icons-react';
import type { ReadableGroup } from '../../../store/index.ts';
import { valueAs } from './condition-draft.ts';
import { useFieldContext } from '../form/field-context.ts';
import styles from './rows.module.css';
import { VariableSelect } from './variable-select.tsx';

interface Props {
  readonly name: string;
  readonly value: ConditionValue;
  readonly readables: readonly ReadableGroup[];
  readonly onChange: (value: ConditionValue) => void;
}

const kinds = [
  { kind: 'text', title: 'Text', icon: IconLetterCase },
  { kind: 'number', title: 'Number', icon: IconNumbers },
  { kind: 'yes_no', title: 'Yes or no', icon: IconToggleRight },
  { kind: 'variable', title: 'Another value', icon: IconVariable },
] as const;

/** What a variable is compared with, and of what kind that is: the key "1" is another thing than the number 1. */
export function ConditionValueInput(props: Props) {
  const { name, value, onChange } = props;
  const { disabled, onCommit } = useFieldContext();
  const chosen = kinds.find(({ kind }) => kind === value.kind) ?? kinds[0];
  return (
    <div className={styles.conditionValue}>
      <ValueInput {...props} />
      <Menu position="bottom-end" withinPortal shadow="md">
        <Menu.Target>
          <Tooltip label={`Kind of value: ${chosen.title}`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              disabled={disabled}
              aria-label={`Kind of value of ${name}: ${chosen.title}`}
            >
              <chosen.icon size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {kinds.map(({ kind, title, icon: Drawn }) => (
            <Menu.Item
              key={kind}
              leftSection={<Drawn size={16} stroke={1.7} aria-hidden />}
              rightSection={kind === value.kind ? <IconCheck size={14} aria-hidden /> : null}
              onClick={() => {
                onChange(valueAs(kind, value));
                onCommit();
              }}
            >
              {title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function ValueInput({ name, value, readables, onChange }: Props) {
  const { disabled, onCommit } = useFieldContext();
  const shared = { size: 'sm', disabled, 'aria-label': `Value of ${name}` } as const;
  switch (value.kind) {
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={value.number}
          onChange={(next) => {
            const number = Number(next);
            if (next !== '' && Number.isFinite(number)) onChange({ kind: 'number', number });
          }}
          onBlur={onCommit}
        />
      );
    case 'yes_no':
      return (
        <Select
          {...shared}
          data={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={value.yes ? 'yes' : 'no'}
          allowDeselect={false}
          onChange={(next) => {
            onChange({ kind: 'yes_no', yes: next === 'yes' });
            onCommit();
          }}
        />
      );
    case 'variable':
      return (
        <VariableSelect
          label={shared['aria-label']}
          readables={readables}
          value={value.path}
          onChange={(path) => {
            onChange({ kind: 'variable', path });
            onCommit();
          }}
        />
      );
    case 'text':
    default:
      return (
        <TextInput
          {...shared}
          placeholder="Empty"
          value={value.text}
          onChange={(event) => onChange({ kind: 'text', text: event.currentTarget.value })}
          onBlur={onCommit}
        />
      );
  }
}
