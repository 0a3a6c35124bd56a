import type { Field } from '@gatherline/flow';
import { type ComponentType, memo } from 'react';
import { AiFieldsField } from '../fields/ai-fields-field.tsx';
import { BranchesField } from '../fields/branches-field.tsx';
import { ChoicesField } from '../fields/choices-field.tsx';
import type { MemberProps } from './drawing.ts';
import { DrawnField } from './drawn-field.tsx';

const handMade: Readonly<Record<NonNullable<Field['handMade']>, ComponentType<MemberProps>>> = {
  asked_fields: AiFieldsField,
  branches: BranchesField,
  choices: ChoicesField,
};

/** A parameter of a node, or a part of one: made by hand where its schema says so, drawn otherwise. */
export const ParameterField = memo(function ParameterField(props: MemberProps) {
  const Made = props.field.handMade === undefined ? DrawnField : handMade[props.field.handMade];
  return <Made {...props} />;
});
