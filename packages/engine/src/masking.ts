import {
  definitionOf,
  type Flow,
  isJsonObject,
  type Json,
  type JsonObject,
  type RunnableFlow,
} from '@gatherline/flow';
import { type Call, isOver } from './call.ts';
import { withoutMarks } from './secrets.ts';
import { isLong, spellingsPattern } from './spellings.ts';
import type { TraceLine } from './trace.ts';

/** What stands for something that nobody may read. */
export const MASK = '••••';

interface Place {
  readonly root: RunnableFlow;
  readonly call: Call;
}

/** A trace line in which neither secrets nor what a caller entered in confidence can be read. */
export function masked<Line extends TraceLine>(place: Place, line: Line): Line {
  if (!hasSomethingToHide(place)) return line;
  // What a step was given is shown with masks in its templates already; short numbers of the flow itself stay readable.
  const sensitive = line.kind === 'entered' ? longOf(place.call.sensitive) : place.call.sensitive;
  const shown = maskedFields(line, (value) => maskedValues(value, sensitive));
  if (!hasSensitiveNode(place.root)) return shown;
  if (isForgotten(place) && isLateNews(line)) return maskedFields(shown, withoutNumbers);
  return 'payload' in shown ? { ...shown, payload: withoutDigits(shown.payload) } : shown;
}

/** What a line says by itself, such as ids of events and types, is no value and stays. */
function maskedFields<Line extends TraceLine>(line: Line, mask: <Value>(value: Value) => Value): Line {
  const { payload, response, ...rest } = { payload: undefined, response: undefined, ...line };
  const shown = Object.entries(rest).map(([name, value]) => [name, SPOKEN.has(name) ? mask(value) : value]);
  return {
    ...line,
    ...Object.fromEntries(shown),
    ...(payload === undefined ? {} : { payload: maskedPayload(payload, mask) }),
    ...(response === undefined ? {} : { response: maskedPayload(response, mask) }),
  };
}

const SPOKEN: ReadonlySet<string> = new Set(
  ['call', 'params', 'body', 'outputs', 'variables', 'value', 'text', 'why'].concat([
    'title',
    'detail',
    'cause',
  ]),
);

/** The carrier's own names for legs and things hold no keys, and tell whom an event is about. */
function maskedPayload(payload: JsonObject, mask: <Value>(value: Value) => Value): JsonObject {
  const ids = Object.entries(payload).filter(([name]) => name.endsWith('_id') || name === 'client_state');
  return { ...mask(payload), ...Object.fromEntries(ids) };
}

/** A call as it may be shown: without what the caller entered in confidence. */
export function shownCall(root: RunnableFlow, call: Call): Call {
  const unsealed: Call = { ...call, seed: '', traced: {}, sensitive: [] };
  if (!hasSomethingToHide({ root, call })) return unsealed;
  return { ...unsealed, ...withoutEntered(root, call) };
}

/** The parts of a call that hold values, without what was entered in confidence. */
export function withoutEntered(root: RunnableFlow, call: Call): Partial<Call> {
  const { variables, outputs, frames, event, waiting, hangup } = call;
  const shown = maskedValues({ variables, outputs, frames, event, waiting, hangup }, call.sensitive);
  return shown.event === null || !hasSensitiveNode(root)
    ? shown
    : { ...shown, event: withoutDigits(shown.event) };
}

/** What came of a request or a command after the call had forgotten what was entered: nobody knows any more what to look for. */
export function lateValues(place: Place, values: JsonObject): JsonObject {
  return hasSensitiveNode(place.root) && isForgotten(place) ? withoutNumbers(values) : values;
}

function isForgotten({ call }: Place): boolean {
  return isOver(call) && call.hangupPathStarted && call.sensitive.length === 0;
}

function isLateNews(line: TraceLine): boolean {
  return line.kind === 'set' || ('type' in line && line.type.startsWith('http.'));
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
function withoutDigits(payload: JsonObject): JsonObject {
  return {
    ...payload,
    ...(isText(payload.digit) ? { digit: MASK } : {}),
    ...(isText(payload.digits) ? { digits: MASK } : {}),
  };
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

/** A value in which nothing that was entered in confidence can be read, in whatever spelling. */
export function maskedValues<Value>(value: Value, sensitive: readonly string[]): Value {
  return changed(value, maskOf(sensitive));
}

function withoutNumbers<Value>(value: Value): Value {
  return changed(value, {
    value: (item) => (/\p{N}/u.test(String(item)) ? MASK : item),
    name: (name) => (/\p{N}{4}/u.test(name) ? MASK : name),
  });
}

interface Mask {
  readonly value: (item: string | number) => string | number;
  /** Of a field. */
  readonly name: (name: string) => string;
}

function changed<Value>(value: Value, { value: change, name: rename }: Mask): Value {
  const text = JSON.stringify({ value }, (_key, item: unknown) => {
    if (typeof item === 'string' || typeof item === 'number') return change(item);
    if (Array.isArray(item)) return isSpelledOut(item, change) ? item.map(() => MASK) : item;
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([name, one]) => [rename(name), one]));
  });
  return JSON.parse(text).value;
}

/** Letter by letter in a list: no entry tells anything, all together do. */
function isSpelledOut(list: readonly unknown[], change: Mask['value']): boolean {
  const isRow = list.length > 1 && list.every((item) => typeof item === 'string' || typeof item === 'number');
  if (!isRow) return false;
  const row = list.join('');
  return row.length < LONGEST_ROW && list.every((item) => String(item).length < 4) && change(row) !== row;
}

/** Nobody enters more. */
const LONGEST_ROW = 200;

function longOf(sensitive: readonly string[]): readonly string[] {
  const known = longs.get(sensitive);
  if (known !== undefined) return known;
  const long = sensitive.filter(isLong);
  longs.set(sensitive, long);
  return long;
}

const longs = new WeakMap<readonly string[], readonly string[]>();
const masks = new WeakMap<readonly string[], Mask>();

function maskOf(sensitive: readonly string[]): Mask {
  const known = masks.get(sensitive);
  if (known !== undefined) return known;
  const whole = new Set(sensitive);
  // A template that counts with keys drops the zeros in front.
  const numbers = new Set(sensitive.filter((text) => /^\d{2,}$/.test(text)).map(Number));
  const spellings = spellingsPattern(sensitive);
  const name = (text: string) => {
    const unmarked = withoutMarks(text);
    return spellings === null ? unmarked : unmarked.replaceAll(spellings, MASK);
  };
  const isEntered = (number: number) =>
    numbers.has(Math.abs(number)) || name(String(number)) !== String(number);
  const made: Mask = {
    value(item) {
      if (typeof item === 'number') return isEntered(item) ? MASK : item;
      return whole.has(item) ? MASK : name(item);
    },
    name,
  };
  masks.set(sensitive, made);
  return made;
}

/** What a node's outputs hold that must be masked from now on. */
export function confidential(outputs: JsonObject | undefined): readonly string[] {
  return Object.values(outputs ?? {})
    .flatMap(textsIn)
    .filter((text) => /\d/.test(text));
}

export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
