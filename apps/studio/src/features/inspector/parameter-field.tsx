import type { Field } from '@gatherline/flow';
import { type ComponentType, memo } from 'react';
import { AskedFieldsField } from './asked-fields-field.tsx';
import { BranchesField } from './branches-field.tsx';
import { ChoicesField } from './choices-field.tsx';
import type { MemberProps } from './drawing.ts';
import { DrawnField } from './drawn-field.tsx';

type HandMade = 'asked' | 'branches' | 'choices';

/** The controls made by hand, for parameters for which the drawn one would do but not please. */
export function handMadeFor({ name, control }: Field): HandMade | undefined {
  if (name === 'parameters' && control.kind === 'json' && control.shape === 'object') return 'asked';
  if (control.kind === 'object' && partsOf(control.fields) === 'type,properties,required') return 'asked';
  if (control.kind !== 'list' || control.item.kind !== 'object') return undefined;
  // Told by what it is made of, so that any node with such a parameter gets it.
  const parts = partsOf(control.item.fields);
  if (parts === 'digits,label') return 'choices';
  return parts === 'name,when' ? 'branches' : undefined;
}

function partsOf(fields: readonly Field[]): string {
  return fields.map((field) => field.name).join();
}

/** A parameter of a node, or a part of one: made by hand where there is such a control, drawn otherwise. */
export const ParameterField: ComponentType<MemberProps> = memo(function ParameterField(props: MemberProps) {
  const made = handMadeFor(props.field);
  if (made === 'asked') return <AskedFieldsField {...props} />;
  if (made === 'branches') return <BranchesField {...props} />;
  if (made === 'choices') return <ChoicesField {...props} />;
  return <DrawnField {...props} Member={ParameterField} />;
});
