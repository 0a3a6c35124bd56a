import {
  conditionComplaint,
  isTemplate,
  type Json,
  type JsonObject,
  texts,
  variablesOf,
  variablesOfCondition,
} from '@gatherline/flow';

type Path = readonly (string | number)[];

/** One value that a template or condition reads: `value` is its path (`['nodes', 'ask', 'digits']`), `at` where it stands. */
export interface Read {
  readonly value: Path;
  readonly at: Path;
}

/** Every value that the parameters read; those named in `verbatim` may hold conditions and names. */
export function readsOf(params: JsonObject, verbatim: readonly string[]): readonly Read[] {
  return Object.entries(params).flatMap(([name, value]) => {
    const variables = verbatim.includes(name) ? variablesOfVerbatim : variablesOf;
    return readsIn(value, ['params', name], variables);
  });
}

/** Every value that a text outside a node reads. */
export function readsOfText(value: Json, at: Path): readonly Read[] {
  return readsIn(value, at, variablesOf);
}

function readsIn(value: Json, at: Path, variables: (text: string) => readonly Path[]): readonly Read[] {
  return [...texts(value, at)].flatMap(([where, text]) =>
    // Taking a template apart costs a tenth of a millisecond, and most texts read nothing.
    isTemplate(text) || variables === variablesOfVerbatim
      ? variables(text).map((read): Read => ({ value: read, at: where }))
      : [],
  );
}

/** A template, or else a condition; a single word is a name, and any other text reads nothing. */
function variablesOfVerbatim(text: string): readonly Path[] {
  if (isTemplate(text)) return variablesOf(text);
  if (!text.includes('.') || conditionComplaint(text) !== null) return [];
  return variablesOfCondition(text).filter((path) => path.length > 1);
}
