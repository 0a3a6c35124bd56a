import { Select } from '@mantine/core';
import type { Json } from '@gatherline/flow';
import type { ReadableGroup } from '../../../store/index.ts';
import { useFieldContext } from '../form/field-context.ts';

interface Props {
  readonly label: string;
  readonly readables: readonly ReadableGroup[];
  /** A path such as `nodes.ask.digits`; empty while nothing is chosen. */
  readonly value: string;
  /** With an example of what the value may be. */
  readonly onChange: (path: string, example: Json | undefined) => void;
}

/** One of the values that may be read here. A path that is not among them is shown as it is. */
export function VariableSelect({ label, readables, value, onChange }: Props) {
  const { disabled } = useFieldContext();
  const items = readables.flatMap(({ title, items: members }) =>
    members.map((item) => ({ ...item, title, full: `${title}: ${item.label}` })),
  );
  const isForeign = value !== '' && !items.some(({ path }) => path === value);
  const groups = readables.map(({ title, items: members }, index) => ({
    // Two steps may have one name; a list may not have two groups of one name.
    group: readables.findIndex((other) => other.title === title) === index ? title : `${title} (${index})`,
    items: members.map(({ path, label: words }) => ({ value: path, label: `${title}: ${words}` })),
  }));
  return (
    <Select
      size="sm"
      aria-label={label}
      placeholder="Choose a value"
      data={isForeign ? [...groups, { group: 'Written by hand', items: [{ value, label: value }] }] : groups}
      value={value === '' ? null : value}
      disabled={disabled}
      searchable
      allowDeselect={false}
      nothingFoundMessage="Nothing like that"
      maxDropdownHeight={300}
      checkIconPosition="right"
      title={value}
      renderOption={({ option }) => items.find(({ path }) => path === option.value)?.label ?? option.label}
      onChange={(path) => path !== null && onChange(path, items.find((item) => item.path === path)?.example)}
    />
  );
}
