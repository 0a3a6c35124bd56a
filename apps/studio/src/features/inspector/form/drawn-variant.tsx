import { isJsonObject, type Json, type JsonObject, type VariantControl } from '@gatherline/flow';
import { type FieldWords, VariantField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { messagesAt } from './field-problems.ts';
import { isPlain, withMember } from './members.ts';
import { placeholderOf } from './wording.ts';

/** A choice of kind with the fields of that kind; another kind begins empty. */
export function DrawnVariant({ field, words, path, value, onChange }: Drawn<VariantControl>) {
  return (
    <Kinds
      path={path}
      words={words}
      control={field.control}
      placeholder={placeholderOf(field) ?? (field.required ? undefined : 'None')}
      members={isJsonObject(value) ? value : {}}
      kept={{}}
      onChange={onChange}
    />
  );
}

interface KindsProps extends Omit<Drawn<VariantControl>, 'field' | 'value'> {
  readonly control: VariantControl;
  readonly words: FieldWords;
  readonly placeholder: string | undefined;
  readonly members: JsonObject;
  /** What stays when another kind is chosen: the keys that were chosen before this one. */
  readonly kept: JsonObject;
}

function Kinds({ control, words, placeholder, kept, members, path, onChange }: KindsProps) {
  const { problems, onCommit, Member } = useFieldContext();
  const { key, variants } = control;
  const chosen = variants.find((variant) => variant.value === members[key]);
  const offered = variants.filter((variant) => variant.isAlias !== true || variant === chosen);
  const write = (name: string, next: Json | undefined) => onChange(withMember(members, name, next));
  const without = Object.keys(kept).length === 0 ? undefined : kept;
  return (
    <VariantField
      {...words}
      {...messagesAt(problems, [...path, key], true)}
      options={offered.map(({ value, label }) => ({ value, label }))}
      placeholder={placeholder}
      value={isPlain(members[key]) ? members[key] : undefined}
      onChange={(kind) => onChange(kind === undefined ? without : { ...kept, [key]: kind })}
      onCommit={onCommit}
    >
      {chosen?.inner !== undefined && (
        <Kinds
          members={members}
          path={path}
          onChange={onChange}
          control={chosen.inner}
          words={{ ...words, label: innerLabel(words.label, chosen.inner), at: undefined }}
          placeholder={undefined}
          kept={{ ...kept, [key]: chosen.value }}
        />
      )}
      {chosen?.fields.map((member) => (
        <Member
          key={member.name}
          field={member}
          value={members[member.name]}
          path={[...path, member.name]}
          onChange={(next) => write(member.name, next)}
        />
      ))}
    </VariantField>
  );
}

/** The inner choice has no field of its own to take words from. */
function innerLabel(label: string, { key }: VariantControl): string {
  return `${label}: ${key.split('_').at(-1) ?? key}`;
}
