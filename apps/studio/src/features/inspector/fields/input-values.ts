import { isJsonObject, isTemplate, type Json, type ValueType } from '@gatherline/flow';

/** What a person writes for a value of a type, as it goes into the file; a template stays a text. */
export function inputValue(type: ValueType, text: string): Json {
  if (isTemplate(text)) return text;
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  if (type === 'boolean') return yesOrNo[text.trim().toLowerCase()] ?? text;
  return type === 'text' ? text : (parsedAs(type, text) ?? text);
}

const yesOrNo: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

function parsedAs(type: 'list' | 'object', text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return fits(type, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A value as a person writes it. */
export function inputText(value: Json | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return JSON.stringify(value, null, typeof value === 'object' ? 2 : 0);
}

/** What is wrong with a value of a type; a template may become anything. */
export function inputComplaint(type: ValueType, value: Json | undefined): string | undefined {
  if (value === undefined || fits(type, value)) return undefined;
  return typeof value === 'string' && isTemplate(value) ? undefined : complaints[type];
}

function fits(type: ValueType, value: Json): boolean {
  if (type === 'list') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  return typeof value === (type === 'text' ? 'string' : type);
}

const complaints: Readonly<Record<ValueType, string>> = {
  text: 'Write a text.',
  number: 'Write a number, such as 3, or a value in {{ }}.',
  boolean: 'Write yes or no, or a value in {{ }}.',
  list: 'Write a list, such as ["a", "b"], or a value in {{ }}.',
  object: 'Write an object, such as { "a": 1 }, or a value in {{ }}.',
};

/** What the kinds of values are called. */
export const valueTypeTitles: Readonly<Record<ValueType, string>> = {
  text: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  list: 'List',
  object: 'Object (JSON)',
};
