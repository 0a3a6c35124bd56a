import {
  isJsonObject,
  type Json,
  type JsonObject,
  type NodeDefinition,
  render,
  TemplateError,
  type TemplateScope,
} from '@gatherline/flow';

/** The parameters a node runs with, or why it can't. */
export type Prepared =
  | { readonly ok: true; readonly params: Record<string, unknown>; readonly shown: JsonObject }
  | { readonly ok: false; readonly why: string; readonly shown: JsonObject };

/** Renders every template of a node's parameters, then holds the result against the node's schema. Never throws for a bad flow. */
export function prepare(definition: NodeDefinition, params: JsonObject, scope: TemplateScope): Prepared {
  try {
    return checked(definition, renderedParams(definition, params, scope));
  } catch (cause) {
    if (cause instanceof TemplateError) return { ok: false, why: cause.message, shown: params };
    throw cause;
  }
}

function checked(definition: NodeDefinition, shown: JsonObject): Prepared {
  const parsed = definition.params.safeParse(shown);
  if (parsed.success) return { ok: true, params: parsed.data, shown };
  const [issue] = parsed.error.issues;
  return { ok: false, why: `${issue?.path.join('.') ?? 'params'}: ${issue?.message ?? 'not valid'}`, shown };
}

function renderedParams(definition: NodeDefinition, params: JsonObject, scope: TemplateScope): JsonObject {
  const isVerbatim = (name: string) => definition.verbatim?.includes(name) === true;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isVerbatim(name) ? value : rendered(value, scope)]),
  );
}

function rendered(value: Json, scope: TemplateScope): Json {
  if (typeof value === 'string') return render(value, scope);
  if (Array.isArray(value)) return value.map((item) => rendered(item, scope));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rendered(item, scope)]));
}
