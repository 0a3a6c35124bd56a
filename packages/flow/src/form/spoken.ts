import type { CallerText } from '../caller-text.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Control, Field, TextControl, VariantControl } from './field.ts';

/** A text that callers hear or read, as it stands among the parameters of a node. */
export interface SpokenText {
  /** With those of the groups around it, such as `After a wrong key, Words`. */
  readonly title: string;
  /** Below the node, such as `['params', 'payload']`. */
  readonly at: readonly (string | number)[];
  readonly control: TextControl;
  readonly required: boolean;
  /** `undefined` for one that must be there and is not. */
  readonly text: CallerText | undefined;
}

type Place = Pick<SpokenText, 'title' | 'at' | 'required'>;

/** Every text for callers among a node's parameters, in the order of the form; drafts may be all wrong. Pure. */
export function spokenTexts(params: JsonObject, fields: readonly Field[]): readonly SpokenText[] {
  return inFields(params, fields, ['params']);
}

function inFields(
  values: JsonObject,
  fields: readonly Field[],
  above: Place['at'],
  group?: string,
): readonly SpokenText[] {
  return fields.flatMap(({ name, title, required, control }) => {
    const full = group === undefined ? title : `${group}, ${title}`;
    return inValue(values[name], control, { title: full, required, at: [...above, name] });
  });
}

function inValue(value: Json | undefined, control: Control, place: Place): readonly SpokenText[] {
  if (control.kind === 'text') return control.byLanguage ? asSpoken(value, control, place) : [];
  if (value === undefined) return [];
  if (control.kind === 'list') {
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    return items.flatMap((item, index) => inValue(item, control.item, within(place, index)));
  }
  if (control.kind === 'union')
    return control.options.flatMap((option) => inValue(value, option.control, { ...place, required: false }));
  if (!isJsonObject(value)) return [];
  if (control.kind === 'object') return inFields(value, control.fields, place.at, place.title);
  if (control.kind === 'variant') return inFields(value, fieldsOfKind(value, control), place.at, place.title);
  if (control.kind !== 'record') return [];
  return Object.entries(value).flatMap(([key, item]) => inValue(item, control.value, within(place, key)));
}

function within(place: Place, step: string | number): Place {
  return { ...place, at: [...place.at, step] };
}

function fieldsOfKind(value: JsonObject, { key, variants }: VariantControl): readonly Field[] {
  const kind = variants.find((variant) => variant.value === value[key]);
  if (kind === undefined) return [];
  return kind.inner === undefined ? kind.fields : [...fieldsOfKind(value, kind.inner), ...kind.fields];
}

function asSpoken(value: Json | undefined, control: TextControl, place: Place): readonly SpokenText[] {
  if (value === undefined) return place.required ? [{ ...place, control, text: undefined }] : [];
  if (typeof value === 'string') return [{ ...place, control, text: value }];
  if (!isJsonObject(value)) return [];
  const texts = Object.entries(value).flatMap(([tag, text]) =>
    typeof text === 'string' ? [[tag, text]] : [],
  );
  return [{ ...place, control, text: Object.fromEntries(texts) }];
}
