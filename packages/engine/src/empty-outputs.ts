import { isJsonObject, type Json, type JsonObject, variablesOf } from '@gatherline/flow';
import { type Run, trace } from './run.ts';

/** A `{{ … }}` of which nothing came, as it is written, and the parameter in which it stands, such as `body.name`. */
export interface EmptyOutput {
  readonly param: string;
  readonly output: string;
}

/** Notes what a node would have said or sent and had no value for. What it reads of itself can't be known on entering. */
export function noteEmptyOutputs(run: Run, node: string, outputs: readonly EmptyOutput[]): void {
  const empty = outputs.filter(({ output }) => !readsItself(node, output));
  if (empty.length === 0) return;
  const params = Map.groupBy(empty, ({ output }) => output);
  const places = [...params].map(([output, at]) => `${output} in ${distinct(at).join(' and ')}`);
  trace(run, {
    kind: 'note',
    node,
    text: `Nothing came of ${places.join(', ')}.`,
    value: { empty: empty.map(({ param, output }) => ({ param, output })) },
  });
}

function readsItself(node: string, output: string): boolean {
  return variablesOf(output).some(([root, id]) => root === 'nodes' && id === node);
}

function distinct(outputs: readonly EmptyOutput[]): readonly string[] {
  return [...new Set(outputs.map(({ param }) => param))];
}

/** Where a text stands in the parameters of a node, such as `variables.0.value`. */
export function pathOf(text: string, params: JsonObject): string {
  return pathIn(text, params)?.join('.') ?? '';
}

function pathIn(text: string, value: Json): readonly string[] | undefined {
  if (value === text) return [];
  const inner = Array.isArray(value) || isJsonObject(value) ? Object.entries(value) : [];
  for (const [key, item] of inner) {
    const rest = item === undefined ? undefined : pathIn(text, item);
    if (rest !== undefined) return [key, ...rest];
  }
  return undefined;
}
