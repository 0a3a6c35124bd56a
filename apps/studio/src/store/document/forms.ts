import { type Field, fieldsOf, type NodeDefinition } from '@gatherline/flow';

const forms = new WeakMap<NodeDefinition, readonly Field[]>();

/** The fields of a node type, drawn once. */
export function fieldsFor(definition: NodeDefinition): readonly Field[] {
  const known = forms.get(definition);
  if (known !== undefined) return known;
  const fields = fieldsOf(definition.params);
  forms.set(definition, fields);
  return fields;
}
