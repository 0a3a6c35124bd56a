import {
  definitionOf,
  type Flow,
  isJsonObject,
  type Json,
  type JsonObject,
  type RunnableFlow,
} from '@gatherline/flow';
import type { Call } from './call.ts';
import { withoutMarks } from './secrets.ts';
import type { TraceLine } from './trace.ts';

/** What stands for something that nobody may read. */
const MASK = '••••';

/** Shorter than this, a value would be found in words where it does not stand. */
const SHORTEST = 4;

interface Place {
  readonly root: RunnableFlow;
  readonly call: Call;
}

/** A trace line in which neither secrets nor what a caller entered in confidence can be read. */
export function masked<Line extends TraceLine>(place: Place, line: Line): Line {
  if (!hasSomethingToHide(place)) return line;
  const shown = 'payload' in line ? { ...line, payload: withoutDigits(place, line.payload) } : line;
  return maskedValues(shown, place.call.sensitive);
}

/** A call as it may be shown: without what the caller entered in confidence. */
export function shownCall(root: RunnableFlow, call: Call): Call {
  const unsealed: Call = { ...call, seed: '', traced: {}, sensitive: [] };
  if (!hasSomethingToHide({ root, call })) return unsealed;
  const { variables, outputs, frames, event, waiting } = call;
  return { ...unsealed, ...maskedValues({ variables, outputs, frames, event, waiting }, call.sensitive) };
}

/** Whether the flow, or one that it enters, has a node whose input is nobody's business. */
function hasSensitiveNode(root: RunnableFlow): boolean {
  const known = sensitiveFlows.get(root);
  if (known !== undefined) return known;
  const found = [root, ...Object.values(root.subflows ?? {})].some(isSensitive);
  sensitiveFlows.set(root, found);
  return found;
}

const sensitiveFlows = new WeakMap<RunnableFlow, boolean>();

function isSensitive({ nodes }: Flow): boolean {
  return Object.values(nodes).some(({ type, params }) => definitionOf(type)?.isSensitive?.(params) === true);
}

function hasSomethingToHide({ root, call }: Place): boolean {
  return hasSensitiveNode(root) || call.sensitive.length > 0 || hasSecret(root);
}

function hasSecret({ resources, subflows }: RunnableFlow): boolean {
  const all = [resources, ...Object.values(subflows ?? {}).map((flow) => flow.resources)];
  return all.some((declared) => Object.values(declared).some(({ type }) => type === 'secret'));
}

/** Keys are told one by one as well, and may be told late: in a flow that asks in confidence none is shown. */
function withoutDigits({ root }: Place, payload: JsonObject): JsonObject {
  if (!hasSensitiveNode(root)) return payload;
  return {
    ...payload,
    ...(isText(payload.digit) ? { digit: MASK } : {}),
    ...(isText(payload.digits) ? { digits: MASK } : {}),
  };
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

/** A value in which nothing that was entered in confidence can be read. */
export function maskedValues<Value>(value: Value, sensitive: readonly string[]): Value {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'string' ? maskedText(item, sensitive) : item,
  );
  return JSON.parse(text);
}

function maskedText(text: string, sensitive: readonly string[]): string {
  const unmarked = withoutMarks(text);
  return sensitive
    .filter((entered) => entered.length >= SHORTEST || entered === text)
    .reduce((shown, entered) => shown.replaceAll(entered, MASK), unmarked);
}

/** What a node's outputs hold that must be masked from now on. */
export function confidential(outputs: JsonObject | undefined): readonly string[] {
  return Object.values(outputs ?? {})
    .flatMap(textsIn)
    .filter((text) => /\d/.test(text));
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
