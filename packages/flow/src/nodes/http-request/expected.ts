import type { NodeContext } from '../../definition.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** A field of an answer, by the names and places that lead to it: `customer.id`, `[0].id`, `slots[0].id`. */
export const ANSWER_FIELD = /^(?:[\w$-]+|\[\d+\])(?:\.[\w$-]+|\[\d+\])*$/;

/** What a flow expects of an answer: fields that must be there, and a condition over it. */
interface Expectation {
  readonly expects?: readonly string[] | undefined;
  readonly expects_when?: string | undefined;
}

type Context = Pick<NodeContext<Expectation>, 'params' | 'holds'>;

/** Why an answer that the server calls a success is none for the flow; `null` where it is. No value of it is told. */
export function notAsExpected({ params, holds }: Context, outputs: JsonObject): string | null {
  const { expects = [], expects_when: condition } = params;
  const missing = expects.filter((field) => isNothing(fieldOf(outputs.body, field)));
  if (missing.length > 0) return `The answer has no ${missing.join(', ')}.`;
  if (condition === undefined || holds(condition, outputs)) return null;
  return 'What the step expects of the answer does not hold.';
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function fieldOf(body: Json | undefined, field: string): Json | undefined {
  const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
  return steps.reduce<Json | undefined>((value, step) => memberOf(value, step), body);
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(name)];
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
