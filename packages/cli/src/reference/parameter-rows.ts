import type { Control, Field, Json, Variant } from '@gatherline/flow';

/** One row of a reference's table of parameters. */
export interface ParameterRow {
  /** `voice_settings.type`; `choices[].digits` inside a list. */
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /** What holds when it is left out. */
  readonly leftOut: string;
  readonly help: string;
  readonly example: Json | undefined;
}

/** A row for every field, and after it those of the fields inside it. */
export function parameterRows(fields: readonly Field[], above = ''): readonly ParameterRow[] {
  return fields.flatMap((field) => {
    const name = `${above}${field.name}`;
    return [toRow(field, name), ...rowsInside(field.control, name)];
  });
}

function toRow(field: Field, name: string): ParameterRow {
  return {
    name,
    title: field.title,
    type: describeControl(field.control),
    leftOut: leftOutOf(field),
    help: field.help ?? '',
    example: field.example,
  };
}

function leftOutOf({ required, default: ours, carrierDefault }: Field): string {
  if (ours !== undefined) return `\`${JSON.stringify(ours)}\``;
  if (carrierDefault !== undefined) return `\`${JSON.stringify(carrierDefault)}\``;
  return required ? 'required' : '';
}

function rowsInside(control: Control, name: string): readonly ParameterRow[] {
  switch (control.kind) {
    case 'object':
      return parameterRows(control.fields, `${name}.`);
    case 'list':
      return rowsInside(control.item, `${name}[]`);
    case 'record':
      return rowsInside(control.value, `${name}.*`);
    case 'union':
      return control.options.flatMap((option) => rowsInside(option.control, name));
    case 'variant':
      return control.variants.flatMap((variant) => rowsOfVariant(variant, name));
    case 'text':
    case 'number':
    case 'switch':
    case 'choice':
    case 'hours':
    case 'flow':
    case 'flow_version':
    case 'flow_inputs':
    case 'flow_outputs':
    case 'json':
      break;
  }
  return [];
}

/** Another spelling of a variant has the same rows once more, so it has none. */
function rowsOfVariant({ value, fields, inner, isAlias }: Variant, name: string): readonly ParameterRow[] {
  if (isAlias === true) return [];
  const above = `${name}(${value})`;
  return [...(inner === undefined ? [] : rowsInside(inner, above)), ...parameterRows(fields, `${above}.`)];
}

/** A control's kind and limits in words: `whole number from 1 to 128 digits`. */
function describeControl(control: Control): string {
  switch (control.kind) {
    case 'text':
      return [
        control.byLanguage ? 'text, or one for each language' : 'text',
        ...(control.maxCharacters === undefined ? [] : [`up to ${control.maxCharacters} characters`]),
      ].join(', ');
    case 'number':
      return [
        control.integer ? 'whole number' : 'number',
        rangeOf(control.min, control.max),
        control.unit ?? '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'switch':
      return 'yes or no';
    case 'choice':
      return choiceOf(control.options.map(({ value }) => String(value)));
    case 'list':
      return `list of: ${describeControl(control.item)}`;
    case 'object':
      return 'group';
    case 'record':
      return `named values: ${describeControl(control.value)}`;
    case 'variant':
      return `one of, by \`${control.key}\`: ${control.variants.map(({ value }) => `\`${value}\``).join(', ')}`;
    case 'union':
      return control.options.map((option) => describeControl(option.control)).join(', or ');
    case 'hours':
      return 'opening hours';
    case 'flow':
      return 'id of a flow';
    case 'flow_version':
      return 'number of a published version';
    case 'flow_inputs':
      return 'list of `{ name, value }`, one for each input of the flow';
    case 'flow_outputs':
      return 'list of names';
    case 'json':
      break;
  }
  return control.shape === 'any' ? 'JSON' : `JSON ${control.shape}`;
}

const SHOWN = 12;

/** Long lists, such as languages, are told by their first values and their number. */
function choiceOf(values: readonly string[]): string {
  const shown = values.slice(0, SHOWN).map((value) => `\`${value}\``);
  const more = values.length > SHOWN ? ` and ${values.length - SHOWN} more` : '';
  return shown.join(', ') + more;
}

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  if (min !== undefined) return `from ${min}`;
  return max === undefined ? '' : `up to ${max}`;
}
