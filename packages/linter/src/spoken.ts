import {
  type Control,
  type Field,
  fieldsOf,
  isJsonObject,
  type Json,
  type JsonObject,
  type NodeDefinition,
} from '@gatherline/flow';

type Path = readonly (string | number)[];

/** A text that callers hear or read: one text, or one by language tag. */
export interface Spoken {
  readonly title: string;
  readonly at: Path;
  readonly text: string | { readonly [language: string]: string };
}

const forms = new WeakMap<NodeDefinition, readonly Field[]>();

/** Every text for callers among a node's parameters, drafts included. */
export function spokenIn(params: JsonObject, definition: NodeDefinition): readonly Spoken[] {
  const fields = forms.get(definition) ?? fieldsOf(definition.params);
  forms.set(definition, fields);
  return inFields(params, fields, ['params']);
}

function inFields(values: JsonObject, fields: readonly Field[], above: Path): readonly Spoken[] {
  return fields.flatMap(({ name, title, control }) => {
    const value = values[name];
    return value === undefined ? [] : inValue(value, control, { title, at: [...above, name] });
  });
}

function inValue(value: Json, control: Control, place: Pick<Spoken, 'title' | 'at'>): readonly Spoken[] {
  if (control.kind === 'text') return control.byLanguage ? asSpoken(value, place) : [];
  if (control.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item: Json, index) =>
      inValue(item, control.item, { ...place, at: [...place.at, index] }),
    );
  }
  if (control.kind === 'union')
    return control.options.flatMap((option) => inValue(value, option.control, place));
  if (!isJsonObject(value)) return [];
  if (control.kind === 'object') return inFields(value, control.fields, place.at);
  if (control.kind === 'variant') {
    const variant = control.variants.find((each) => each.value === value[control.key]);
    return inFields(value, variant?.fields ?? [], place.at);
  }
  if (control.kind !== 'record') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    inValue(item, control.value, { ...place, at: [...place.at, key] }),
  );
}

function asSpoken(value: Json, place: Pick<Spoken, 'title' | 'at'>): readonly Spoken[] {
  if (typeof value === 'string') return [{ ...place, text: value }];
  if (!isJsonObject(value)) return [];
  const texts = Object.entries(value).flatMap(([tag, text]) =>
    typeof text === 'string' ? [[tag, text]] : [],
  );
  return [{ ...place, text: Object.fromEntries(texts) }];
}
