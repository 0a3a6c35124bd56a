import { isJsonObject, type Json, type VariantControl } from '@gatherline/flow';
import { VariantField } from '../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { withMember } from './members.ts';
import { placeholderOf } from './wording.ts';

/** A choice of kind with the fields of that kind; another kind begins empty. */
export function DrawnVariant({ field, words, Member, ...drawing }: Drawn<VariantControl>) {
  const { value, path, onChange, onCommit } = drawing;
  const { key, variants } = field.control;
  const members = isJsonObject(value) ? value : {};
  const chosen = variants.find((variant) => variant.value === members[key]);
  const write = (name: string, next: Json | undefined) => onChange(withMember(members, name, next));
  return (
    <VariantField
      {...words}
      options={variants.map(({ value: kind, label }) => ({ value: kind, label }))}
      placeholder={placeholderOf(field)}
      value={chosen?.value}
      onChange={(kind) => onChange(kind === undefined ? undefined : { [key]: kind })}
      onCommit={onCommit}
    >
      {chosen?.fields.map((member) => (
        <Member
          {...drawing}
          key={member.name}
          field={member}
          path={[...path, member.name]}
          value={members[member.name]}
          onChange={(next) => write(member.name, next)}
        />
      ))}
    </VariantField>
  );
}
