import type { Field } from '@gatherline/flow';
import type { ComponentType } from 'react';
import { AskedFieldsField } from './asked-fields-field.tsx';
import { BranchesField } from './branches-field.tsx';
import { ChoicesField } from './choices-field.tsx';
import type { Drawing } from './drawn-field.tsx';

/** A control made by hand, for parameters for which the drawn one would do but not please. */
export interface HandMadeProps extends Drawing {
  readonly field: Field;
}

/** Chosen by what a parameter is made of, so that any node with such a parameter gets it. */
export function handMadeFor(field: Field): ComponentType<HandMadeProps> | undefined {
  const { control } = field;
  if (field.name === 'parameters' && control.kind === 'json' && control.shape === 'object')
    return AskedFieldsField;
  if (control.kind !== 'list' || control.item.kind !== 'object') return undefined;
  const parts = control.item.fields.map(({ name }) => name).join();
  if (parts === 'digits,label') return ChoicesField;
  return parts === 'name,when' ? BranchesField : undefined;
}
