import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';

export const aiFieldKinds = ['text', 'number', 'whole_number', 'yes_no', 'one_of'] as const;
export type AiFieldKind = (typeof aiFieldKinds)[number];

/** One thing an assistant finds out. `written` is its JSON Schema as it stood, so that unknown keywords survive. */
export interface AiField {
  readonly name: string;
  readonly kind: AiFieldKind;
  readonly isRequired: boolean;
  /** What to ask for, in words. */
  readonly question: string;
  /** The answers of a `one_of`. */
  readonly options: readonly string[];
  readonly written: JsonObject;
}

/** A JSON Schema of an object, read as a list. `written` is the schema as it stood. */
export interface AiFieldsForm {
  readonly fields: readonly AiField[];
  readonly written: JsonObject;
}

export type AiFieldsReading =
  | { readonly ok: true; readonly form: AiFieldsForm }
  | { readonly ok: false; readonly why: string };

const typeOf: Readonly<Record<AiFieldKind, string>> = {
  text: 'string',
  number: 'number',
  whole_number: 'integer',
  yes_no: 'boolean',
  one_of: 'string',
};

const combining = ['$ref', '$defs', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'patternProperties', 'const'];

/** Reads a flat object schema as a list of things to find out; says why where it can't be shown as one. */
export function readAiFields(schema: Json | undefined): AiFieldsReading {
  if (schema === undefined) return { ok: true, form: { fields: [], written: {} } };
  if (!isJsonObject(schema)) return refuse('It is not an object.');
  if (schema.type !== undefined && schema.type !== 'object') return refuse('It does not describe an object.');
  const combined = combining.find((word) => word in schema);
  if (combined !== undefined) return refuse(`It uses "${combined}".`);
  const { properties = {}, required = [] } = schema;
  if (!isJsonObject(properties)) return refuse('Its properties are not an object.');
  if (!isTextList(required)) return refuse('Its list of required fields is not a list of names.');
  const fields: AiField[] = [];
  for (const [name, property] of Object.entries(properties)) {
    const field = readField(name, property, required.includes(name));
    if (typeof field === 'string') return refuse(field);
    fields.push(field);
  }
  return { ok: true, form: { fields, written: schema } };
}

function refuse(why: string): AiFieldsReading {
  return { ok: false, why };
}

function readField(name: string, property: Json, isRequired: boolean): AiField | string {
  if (!isJsonObject(property)) return `The field "${name}" is not described by an object.`;
  const combined = combining.find((word) => word in property);
  if (combined !== undefined) return `The field "${name}" uses "${combined}".`;
  const kind = kindOf(property);
  if (kind === undefined) return `The field "${name}" is a list, a group of fields or of several kinds.`;
  const { description = '' } = property;
  if (typeof description !== 'string') return `The description of the field "${name}" is not a text.`;
  const options = isTextList(property.enum) ? property.enum : [];
  return { name, kind, isRequired, question: description, options, written: property };
}

function kindOf(property: JsonObject): AiFieldKind | undefined {
  if (property.enum !== undefined) {
    const isChoice = isTextList(property.enum) && (property.type === undefined || property.type === 'string');
    return isChoice ? 'one_of' : undefined;
  }
  return aiFieldKinds.find((kind) => typeOf[kind] === property.type);
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Writes the list back; what was not touched stands as it stood. */
export function writeAiFields({ fields, written }: AiFieldsForm): JsonObject {
  const properties = Object.fromEntries(fields.map((field) => [field.name, writeField(field)]));
  const required = writeRequired(fields, written);
  const { type = 'object', properties: oldProperties, required: oldRequired, ...rest } = written;
  const keepsType = written.type !== undefined || Object.keys(written).length === 0;
  return {
    ...(keepsType ? { type } : {}),
    ...(fields.length > 0 || oldProperties !== undefined || Object.keys(written).length === 0
      ? { properties }
      : {}),
    ...(required.length > 0 || oldRequired !== undefined ? { required } : {}),
    ...rest,
  };
}

/** Names keep their place; those that name no field of the list are not ours to drop. */
function writeRequired(fields: readonly AiField[], written: JsonObject): readonly string[] {
  const before = isTextList(written.required) ? written.required : [];
  const known = isJsonObject(written.properties) ? written.properties : {};
  const wanted = new Set(fields.filter((field) => field.isRequired).map((field) => field.name));
  const kept = before.filter((name) => wanted.has(name) || !(name in known));
  return [...kept, ...[...wanted].filter((name) => !before.includes(name))];
}

function writeField({ kind, question, options, written }: AiField): JsonObject {
  const isSameKind = kindOf(written) === kind;
  const { enum: _options, type: _type, description: _description, ...rest } = written;
  const { description = '' } = written;
  const type = isSameKind ? written.type : typeOf[kind];
  return {
    ...(type === undefined ? {} : { type }),
    ...(question === '' && description !== '' ? {} : describe(question, written)),
    ...(kind === 'one_of' ? { enum: options } : {}),
    ...(isSameKind ? rest : withoutLimits(rest)),
  };
}

function describe(question: string, written: JsonObject): JsonObject {
  return question === '' && written.description === undefined ? {} : { description: question };
}

const limits = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'default',
];

/** Limits of one kind make no sense for another. */
function withoutLimits(property: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(property).filter(([word]) => !limits.includes(word)));
}

/** Whether the schema says nothing beyond its list of fields. */
export function isPlain({ written }: AiFieldsForm): boolean {
  return Object.keys(written).every((word) => ['type', 'properties', 'required'].includes(word));
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Says why a field can't be called so; `undefined` when it can. */
export function aiFieldNameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return 'Give the field a name, such as birthday.';
  if (!NAME.test(name)) return 'Use letters, digits and underscores, such as first_name.';
  return taken.includes(name) ? `There is already a field called ${name}.` : undefined;
}
