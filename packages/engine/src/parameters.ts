import {
  changedSecret,
  isJsonObject,
  isWithheld,
  type Json,
  type JsonObject,
  type NodeDefinition,
  render,
  TemplateError,
  type TemplateScope,
} from '@gatherline/flow';
import { shownRendering } from './derived.ts';
import type { EmptyOutput } from './empty-outputs.ts';
import { changedSecretComplaint } from './secrets.ts';

/**
 * The parameters a node runs with, or why it can't; `shown` as they were rendered, with masks for what is confidential,
 * `derived` what was made of that, `empty` what had no value.
 */
export type Prepared = {
  readonly shown: JsonObject;
  readonly derived: readonly string[];
  readonly empty: readonly EmptyOutput[];
} & (
  | { readonly ok: true; readonly params: Record<string, unknown> }
  | { readonly ok: false; readonly why: string }
);

interface Scopes {
  readonly scope: TemplateScope;
  /** The same with masks for what is confidential; `null` when nothing is. */
  readonly masked: TemplateScope | null;
  /** Names of the secrets of the flow. */
  readonly secrets: readonly string[];
}

/** Renders every template of a node's parameters, then holds the result against the node's schema. Never throws for a bad flow. */
export function prepare(
  definition: NodeDefinition,
  params: JsonObject,
  { scope, masked, secrets }: Scopes,
): Prepared {
  const empty: EmptyOutput[] = [];
  const derived: string[] = [];
  const shownTexts = new Map<string, string>();
  try {
    const given = renderedParams(definition, params, (text, param) => {
      refuseChangedSecret(text, param, { scope, secrets });
      const result = render(text, scope, (output) => empty.push({ param, output }));
      const shown = shownRendering(text, result, masked);
      derived.push(...shown.derived);
      shownTexts.set(param, shown.text);
      return result;
    });
    const shown = renderedParams(definition, params, (text, param) => shownTexts.get(param) ?? text);
    return {
      ...checked(definition, withoutWithheld(definition, given)),
      shown: withoutWithheld(definition, shown),
      derived,
      empty,
    };
  } catch (cause) {
    if (cause instanceof TemplateError)
      return { ok: false, why: cause.message, shown: params, derived, empty };
    throw cause;
  }
}

/** A filter that gets hold of a secret would send the mark that stands for it. Throws TemplateError. */
export function refuseChangedSecret(
  text: string,
  param: string,
  { scope, secrets }: Pick<Scopes, 'scope' | 'secrets'>,
): void {
  const name = changedSecret(text, scope, secrets);
  if (name !== null) throw new TemplateError(changedSecretComplaint(param, name));
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
