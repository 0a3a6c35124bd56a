import { isJsonObject, type Json } from '@gatherline/flow';

/** Whether a value has all the fields of another, at any depth; lists must be alike. */
export function holdsFields(value: Json | undefined, fields: Json): boolean {
  if (!isJsonObject(fields)) return JSON.stringify(value) === JSON.stringify(fields);
  if (value === undefined || !isJsonObject(value)) return false;
  return Object.entries(fields).every(([name, field]) => holdsFields(value[name], field));
}
