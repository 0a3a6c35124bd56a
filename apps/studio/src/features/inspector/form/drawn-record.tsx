import { blankOf, isJsonObject, type RecordControl } from '@gatherline/flow';
import { RecordField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { entryName } from './wording.ts';

/** Free names, each with a value of one kind. */
export function DrawnRecord({ field, words, path, value, onChange }: Drawn<RecordControl>) {
  const { disabled, onCommit, Member } = useFieldContext();
  const { value: control } = field.control;
  return (
    <RecordField
      {...words}
      entries={isJsonObject(value) ? value : {}}
      entryName={entryName(field.title)}
      disabled={disabled}
      newValue={() => blankOf(control)}
      onChange={(next) => onChange(Object.keys(next).length === 0 && !field.required ? undefined : next)}
      onCommit={onCommit}
      renderValue={(held, name, replace) => (
        <Member
          field={{ name, title: `Value of ${name}`, required: true, group: 'main', control }}
          labelHidden
          path={[...path, name]}
          value={held}
          onChange={(next) => replace(next ?? blankOf(control))}
        />
      )}
    />
  );
}
