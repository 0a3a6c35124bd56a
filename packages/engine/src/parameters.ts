import {
  isJsonObject,
  isWithheld,
  type Json,
  type JsonObject,
  type NodeDefinition,
  render,
  TemplateError,
  type TemplateScope,
} from '@gatherline/flow';
import type { EmptyOutput } from './empty-outputs.ts';

/** The parameters a node runs with, or why it can't; `shown` as they were rendered, `empty` what had no value. */
export type Prepared = { readonly shown: JsonObject; readonly empty: readonly EmptyOutput[] } & (
  | { readonly ok: true; readonly params: Record<string, unknown> }
  | { readonly ok: false; readonly why: string }
);

/** Renders every template of a node's parameters, then holds the result against the node's schema. Never throws for a bad flow. */
export function prepare(definition: NodeDefinition, params: JsonObject, scope: TemplateScope): Prepared {
  const empty: EmptyOutput[] = [];
  try {
    const filled = renderedParams(definition, params, (text, param) =>
      render(text, scope, (output) => empty.push({ param, output })),
    );
    const shown = withoutWithheld(definition, filled);
    return { ...checked(definition, shown), shown, empty };
  } catch (cause) {
    if (cause instanceof TemplateError) return { ok: false, why: cause.message, shown: params, empty };
    throw cause;
  }
}

/** A caller who shows no number must not cost the call that is made in their name. */
function withoutWithheld({ shownNumber }: NodeDefinition, params: JsonObject): JsonObject {
  const number = shownNumber === undefined ? undefined : params[shownNumber];
  if (shownNumber === undefined || typeof number !== 'string' || !isWithheld(number)) return params;
  const { [shownNumber]: _withheld, ...others } = params;
  return others;
}

function checked(definition: NodeDefinition, shown: JsonObject) {
  const parsed = definition.params.safeParse(shown);
  if (parsed.success) return { ok: true, params: parsed.data } as const;
  const [issue] = parsed.error.issues;
  const why = `${issue?.path.join('.') ?? 'params'}: ${issue?.message ?? 'not valid'}`;
  return { ok: false, why } as const;
}

type Rendering = (text: string, param: string) => string;

function renderedParams({ verbatim }: NodeDefinition, params: JsonObject, rendering: Rendering): JsonObject {
  const isVerbatim = (name: string) => verbatim?.includes(name) === true;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isVerbatim(name) ? value : rendered(value, name, rendering),
    ]),
  );
}

function rendered(value: Json, param: string, rendering: Rendering): Json {
  if (typeof value === 'string') return rendering(value, param);
  if (Array.isArray(value)) return value.map((item, index) => rendered(item, `${param}.${index}`, rendering));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, rendered(item, `${param}.${key}`, rendering)]),
  );
}
