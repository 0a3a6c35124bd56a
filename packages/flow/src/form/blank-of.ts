import { usualHours } from '../hours/index.ts';
import type { Json } from '../json.ts';
import type { Control } from './field.ts';

/** The value with which a control of this kind begins. */
export function blankOf(control: Control): Json {
  switch (control.kind) {
    case 'text':
    case 'flow':
      return '';
    case 'number':
      return control.min ?? 0;
    case 'flow_version':
      return 1;
    case 'switch':
      return false;
    case 'choice':
      return control.options[0]?.value ?? null;
    case 'list':
    case 'flow_inputs':
    case 'flow_outputs':
      return [];
    case 'variant':
      return control.variants[0] === undefined ? {} : { [control.key]: control.variants[0].value };
    case 'union':
      return control.options[0]?.blank ?? null;
    case 'hours':
      return usualHours;
    case 'json':
      return control.shape === 'list' ? [] : {};
    case 'object':
    case 'record':
    default:
      return {};
  }
}
