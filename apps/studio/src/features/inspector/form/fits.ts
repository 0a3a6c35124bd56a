import { type Control, isJsonObject, type Json, type UnionControl } from '@gatherline/flow';

/** Whether a value is of the kind that a control edits. */
function fits(control: Control, value: Json): boolean {
  switch (control.kind) {
    case 'text':
      return typeof value === 'string' || (control.byLanguage && isJsonObject(value));
    case 'flow':
      return typeof value === 'string';
    case 'number':
    case 'flow_version':
      return typeof value === 'number';
    case 'switch':
      return typeof value === 'boolean';
    case 'choice':
      return control.options.some((option) => option.value === value);
    case 'list':
    case 'flow_inputs':
    case 'flow_outputs':
      return Array.isArray(value);
    case 'object':
    case 'record':
    case 'variant':
    case 'hours':
      return isJsonObject(value);
    case 'union':
      return control.options.some((option) => fits(option.control, value));
    case 'json':
    default:
      if (control.shape === 'any') return true;
      return control.shape === 'list' ? Array.isArray(value) : isJsonObject(value);
  }
}

/** Which option of a union a value belongs to; -1 while there is none. A choice of fixed words is tried before free text. */
export function optionFor({ options }: UnionControl, value: Json | undefined): number {
  if (value === undefined) return -1;
  const exact = options.findIndex(({ control }) => control.kind === 'choice' && fits(control, value));
  return exact >= 0 ? exact : options.findIndex(({ control }) => fits(control, value));
}
