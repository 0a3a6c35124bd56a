import { isJsonObject, type Json, type ObjectControl } from '@gatherline/flow';
import { ObjectField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { withMember } from './members.ts';

/** Fields that belong together; the object goes when its last field is emptied. */
export function DrawnObject({ field, words, path, value, onChange }: Drawn<ObjectControl>) {
  const { Member } = useFieldContext();
  const members = isJsonObject(value) ? value : {};
  // What a group needs is asked for once somebody has begun to fill it in.
  const isAbsent = value === undefined && !field.required;
  const write = (name: string, next: Json | undefined) => {
    const written = withMember(members, name, next);
    onChange(Object.keys(written).length === 0 && !field.required ? undefined : written);
  };
  return (
    <ObjectField {...words} folds={folds(field, path)} isSet={value !== undefined}>
      {field.control.fields.map((member) => (
        <Member
          key={member.name}
          field={isAbsent && member.required ? { ...member, required: false } : member}
          path={[...path, member.name]}
          value={members[member.name]}
          onChange={(next) => write(member.name, next)}
        />
      ))}
    </ObjectField>
  );
}

/** What nobody must fill in, and is more than a line or two, would bury the fields after it; but never the main thing. */
function folds({ required, group, control }: Drawn<ObjectControl>['field'], path: Drawn['path']): boolean {
  const isMain = group === 'main' && path.length <= 2;
  return !required && !isMain && control.fields.length > 2;
}
