import {
  type CallerText,
  type Field,
  fieldsOf,
  type JsonObject,
  type NodeDefinition,
  spokenTexts,
} from '@gatherline/flow';

/** A text that callers hear or read: one text, or one by language tag. */
export interface Spoken {
  readonly title: string;
  readonly at: readonly (string | number)[];
  readonly text: CallerText;
}

const forms = new WeakMap<NodeDefinition, readonly Field[]>();

/** Every text for callers among a node's parameters, drafts included. */
export function spokenIn(params: JsonObject, definition: NodeDefinition): readonly Spoken[] {
  const fields = forms.get(definition) ?? fieldsOf(definition.params);
  forms.set(definition, fields);
  return spokenTexts(params, fields).flatMap(({ title, at, text }) =>
    text === undefined ? [] : [{ title, at, text }],
  );
}
