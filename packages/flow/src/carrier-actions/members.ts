import type { ParameterComplaint } from '../definition.ts';
import { isTemplate } from '../expressions/templates.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { nearest } from './near.ts';
import type { Parameter, Parameters, Variants } from './parameter.ts';
import { expected, shown } from './words.ts';

/** Where in the body of which action a value stands. */
interface Place {
  readonly action: string;
  readonly path: readonly (string | number)[];
}

/** The members of an object, known and unknown, and those that are not there. */
export function checkMembers(
  parameters: Parameters,
  body: JsonObject,
  { action, path }: Place,
): ParameterComplaint[] {
  const missing = Object.entries(parameters)
    .filter(([name, { mayBeEmpty, required }]) => required === true && isLeftOut(body[name], mayBeEmpty))
    .map(([name, parameter]) => missingMember(parameter, { action, path: [...path, name] }));
  const given = Object.entries(body).flatMap(([name, value]) => {
    const at: Place = { action, path: [...path, name] };
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) return [unknownMember(Object.keys(parameters), at)];
    return isLeftOut(value) ? [] : complaints(parameter, value, at);
  });
  return [...missing, ...given];
}

/** `null` and, where it means nothing, an empty text are ways to leave a parameter out. */
export function isLeftOut(value: Json | undefined, mayBeEmpty = false): boolean {
  return value === undefined || value === null || (value === '' && !mayBeEmpty);
}

function missingMember(parameter: Parameter, { action, path }: Place): ParameterComplaint {
  return {
    path,
    severity: 'error',
    message: `${path.join('.')} is missing; the carrier refuses ${action} without it.`,
    cure: `Add ${path.join('.')}: ${expected(parameter)}.`,
  };
}

function unknownMember(names: readonly string[], { action, path }: Place): ParameterComplaint {
  const near = nearest(String(path.at(-1)), names);
  return {
    path,
    severity: 'warning',
    message: `"${path.join('.')}" is not a parameter of ${action}; the carrier refuses it or passes over it.`,
    cure: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Check the spelling, or remove it.',
  };
}

function complaints(parameter: Parameter, value: Json, at: Place): ParameterComplaint[] {
  if (typeof value === 'string' && isTemplate(value)) return [];
  if (!isTaken(parameter, value)) {
    const words = expected(parameter, value);
    return [
      {
        path: at.path,
        severity: 'error',
        message: `${at.path.join('.')} is ${shown(value)}; the carrier takes ${words}.`,
        cure: `Write ${words}.`,
      },
    ];
  }
  const option = parameter.anyOf?.find((each) => isTaken(each, value));
  if (option !== undefined) return complaints(option, value, at);
  return inside(parameter, value, at);
}

/** Whether a value is of the right kind and within the limits, without a look inside it. */
function isTaken(parameter: Parameter, value: Json): boolean {
  const { anyOf, begins, kind, max, min, values } = parameter;
  if (anyOf !== undefined) return anyOf.some((option) => isTaken(option, value));
  if (values !== undefined) return values.some((each) => each === value);
  if (kind !== undefined && !kindOf(value).includes(kind)) return false;
  if (begins !== undefined)
    return typeof value === 'string' && begins.some((start) => value.startsWith(start));
  const size = sizeOf(value);
  return size === undefined || ((min === undefined || size >= min) && (max === undefined || size <= max));
}

function kindOf(value: Json): readonly string[] {
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  if (Array.isArray(value)) return ['array'];
  return [typeof value];
}

function sizeOf(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

function inside(parameter: Parameter, value: Json, at: Place): ParameterComplaint[] {
  const { entries, fields, items, open = false, variants } = parameter;
  if (Array.isArray(value) && items !== undefined) {
    return value.flatMap((item: Json, index) => complaints(items, item, within(at, index)));
  }
  if (!isJsonObject(value)) return [];
  if (fields !== undefined) return checkMembers(fields, open ? only(fields, value) : value, at);
  if (entries !== undefined) {
    return Object.entries(value).flatMap(([name, entry]) => complaints(entries, entry, within(at, name)));
  }
  return variants === undefined ? [] : ofVariant(variants, value, at);
}

/** By each key, those shapes remain that take its value; the last one left is the one that is meant. */
function ofVariant({ keys, shapes }: Variants, value: JsonObject, at: Place): ParameterComplaint[] {
  let left = shapes;
  for (const key of keys) {
    const marks = left.flatMap(({ fields }) => fields?.[key] ?? []);
    const named = value[key];
    if (left.length === 1 || marks.length === 0) break;
    if (typeof named === 'string' && isTemplate(named)) return [];
    left = left.filter(({ fields }) => fields?.[key] && named !== undefined && isTaken(fields[key], named));
    if (left.length === 0) return ofMark(marks, named, { ...at, path: [...at.path, key] });
  }
  return left[0] === undefined ? [] : inside(left[0], value, at);
}

function ofMark(marks: readonly Parameter[], named: Json | undefined, at: Place): ParameterComplaint[] {
  const mark = { values: [...new Set(marks.flatMap(({ values = [] }) => values))] };
  return named === undefined || isLeftOut(named) ? [missingMember(mark, at)] : complaints(mark, named, at);
}

function only(fields: Parameters, value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(fields, name)));
}

function within({ action, path }: Place, step: string | number): Place {
  return { action, path: [...path, step] };
}
