import type { UnionControl } from '@gatherline/flow';
import { VariantField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { optionFor } from './fits.ts';
import { placeholderOf } from './wording.ts';

/** One of several kinds of value: first which, then the value. */
export function DrawnUnion({ field, words, ...drawing }: Drawn<UnionControl>) {
  const { value, onChange } = drawing;
  const { onCommit, Member } = useFieldContext();
  const { options } = field.control;
  const index = optionFor(field.control, value);
  const chosen = options[index];
  const isFixed = chosen?.control.kind === 'choice' && chosen.control.options.length === 1;
  return (
    <VariantField
      {...words}
      error={chosen === undefined || isFixed ? words.error : undefined}
      options={options.map(({ label }, at) => ({ value: at, label }))}
      placeholder={placeholderOf(field)}
      value={index < 0 ? undefined : index}
      onChange={(at) => onChange(at === undefined ? undefined : options[at]?.blank)}
      onCommit={onCommit}
    >
      {chosen !== undefined && !isFixed && (
        <Member
          {...drawing}
          field={{
            ...field,
            title: `${field.title}: ${chosen.label}`,
            required: true,
            control: chosen.control,
          }}
          labelHidden
        />
      )}
    </VariantField>
  );
}
