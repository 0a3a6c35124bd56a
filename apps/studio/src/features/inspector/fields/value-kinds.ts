import type { Json } from '@gatherline/flow';

export type ValueKind = 'text' | 'number' | 'yes_no' | 'json';

export const valueKinds: readonly { readonly value: ValueKind; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'yes_no', label: 'Yes or no' },
  { value: 'json', label: 'Other (JSON)' },
];

export function kindOfValue(value: Json): ValueKind {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'yes_no' : 'json';
}

/** The value as another kind, kept where it can be: the text "12" becomes the number 12. */
export function valueOfKind(kind: ValueKind, value: Json): Json {
  switch (kind) {
    case 'text':
      return typeof value === 'object' ? '' : String(value);
    case 'number': {
      const number = Number(value);
      return value !== '' && Number.isFinite(number) ? number : 0;
    }
    case 'yes_no':
      return value === true || value === 'true' || value === 'yes';
    case 'json':
    default:
      return typeof value === 'object' ? value : {};
  }
}
