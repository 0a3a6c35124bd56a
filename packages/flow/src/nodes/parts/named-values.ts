import { z } from 'zod';
import { list, settings } from '../../carrier-parameters/parts/values.ts';
import type { DraftParams, NodeContext, ParameterComplaint } from '../../definition.ts';
import { templateComplaint } from '../../expressions/templates.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { idSchema } from '../../schema.ts';

/** A value as it is written: a text, or a template; a template that is one `{{ … }}` alone keeps the kind of its value. */
export const valueTemplate = z
  .string()
  .max(10_000)
  .superRefine((value, refinement) => {
    const complaint = templateComplaint(value);
    if (complaint !== null)
      refinement.addIssue({ code: 'custom', message: `The template can't be read: ${complaint}` });
  });

/** Names and values; the parameter must be verbatim, so that values keep their kind. */
export function namedValues(example: { readonly name: string; readonly value: string }) {
  return list(
    settings({
      name: idSchema.meta({
        title: 'Name',
        help: 'The name by which the other flow knows it.',
        example: example.name,
      }),
      value: valueTemplate.meta({
        title: 'Value',
        help: 'A text, or a value in double braces; a value alone keeps its kind (number, yes or no, list).',
        example: example.value,
      }),
    }),
  ).max(100);
}

/** Works the values out. */
export function valuesOf(
  named: readonly { readonly name: string; readonly value: string }[],
  { value }: Pick<NodeContext<unknown>, 'value'>,
): JsonObject {
  return Object.fromEntries(named.map((each) => [each.name, value(each.value)]));
}

/** The names among a draft's rows of names and values. */
export function rowNames(rows: DraftParams[string] | undefined): readonly string[] {
  const written = Array.isArray(rows) ? rows.filter(isJsonObject) : [];
  return written.flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
}

/** A complaint about each name that stands in two rows. */
export function lintRows(params: DraftParams, field: string): readonly ParameterComplaint[] {
  const rows: readonly unknown[] = Array.isArray(params[field]) ? params[field] : [];
  const names = rows.map((row) => (isJsonObject(row) ? row.name : undefined));
  return names.flatMap((name, index) =>
    typeof name !== 'string' || name === '' || names.indexOf(name) === index
      ? []
      : [
          {
            path: [field, index, 'name'],
            severity: 'error',
            message: `"${name}" is given twice; only the last value would count.`,
            cure: 'Remove one of them.',
          },
        ],
  );
}
