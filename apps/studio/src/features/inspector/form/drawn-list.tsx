import { blankOf, type Control, type Field, type Json, type ListControl } from '@gatherline/flow';
import { ListField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { entryName } from './wording.ts';

/** Several of one kind of thing. An emptied list that nobody needs is taken away. */
export function DrawnList({ field, words, path, value, onChange }: Drawn<ListControl>) {
  const { disabled, onCommit, Member } = useFieldContext();
  const { item, max, min = 0 } = field.control;
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  const name = entryName(field.title);
  return (
    <ListField
      {...words}
      items={items}
      itemName={name}
      isTall={tallKinds.has(item.kind)}
      disabled={disabled}
      newItem={max !== undefined && items.length >= max ? undefined : () => blankOf(item)}
      onChange={(next) => onChange(next.length === 0 && !field.required && min === 0 ? undefined : next)}
      onCommit={onCommit}
      renderItem={(held, index, replace) => (
        <Member
          field={itemField(`${capital(name)} ${index + 1}`, item)}
          labelHidden
          path={[...path, index]}
          value={held}
          onChange={(next) => replace(next ?? blankOf(item))}
        />
      )}
    />
  );
}

const tallKinds: ReadonlySet<Control['kind']> = new Set(['object', 'variant', 'json', 'record', 'list']);

function itemField(title: string, control: Control): Field {
  return { name: title, title, required: true, group: 'main', control };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
