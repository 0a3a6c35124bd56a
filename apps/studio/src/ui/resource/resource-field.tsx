import type { Json, ResourceType } from '@gatherline/flow';
import { HoursField } from '../hours/index.ts';
import type { FieldProps } from '../field-props.ts';
import { TextField } from '../text-field.tsx';
import { resourceFaces } from './resource-types.ts';

interface Props extends FieldProps<Json> {
  readonly type: ResourceType;
  readonly placeholder?: string | undefined;
  /** Has the keyboard when the dialog it is in opens. */
  readonly isFirst?: boolean | undefined;
}

/** The value of a resource: the field that its type asks for. */
export function ResourceField({ type, ...props }: Props) {
  const { help, example } = resourceFaces[type];
  if (type === 'hours') return <HoursField help={help} {...props} />;
  return (
    <TextField
      help={help}
      {...props}
      as={lines[type]}
      inputMode={modes[type]}
      placeholder={props.placeholder ?? example}
      value={typeof props.value === 'string' ? props.value : undefined}
      onChange={props.onChange}
    />
  );
}

const lines = { number: 'line', url: 'line', text: 'multiline', secret: 'secret' } as const;
const modes = { number: 'tel', url: 'url', text: undefined, secret: undefined } as const;
