import { nodeProblems, type Problem } from '@gatherline/flow';
import { z } from 'zod';
import type { Node } from '../../../store/index.ts';
import { placeInJson, readJsonText, type TextMark } from '../../../ui/index.ts';
import { textOf } from '../form/field-problems.ts';

/** Something to mend in the JSON of a step; `field` is its path with dots, where it is one field's. */
export interface JsonCheck extends TextMark {
  readonly field: string | undefined;
}

export type JsonReadingOfStep =
  | { readonly ok: true; readonly params: Node['params']; readonly checks: readonly JsonCheck[] }
  | { readonly ok: false; readonly checks: readonly JsonCheck[] };

const paramsSchema = z.record(z.string(), z.json());

/** The parameters of a step as the file would hold them. */
export function paramsText(node: Node): string {
  return JSON.stringify(node.params, null, 2);
}

/**
 * Reads what stands in the JSON tab and says what is wrong with it, with lines. `known` are the problems that the
 * whole flow has with the step as it is stored; they count as long as the text is what is stored.
 */
export function readStepJson(
  id: string,
  node: Node,
  text: string,
  known: readonly Problem[] | null,
): JsonReadingOfStep {
  const reading = readJsonText(text, 'object');
  if (!reading.ok) {
    const { complaint, place } = reading;
    return { ok: false, checks: [{ severity: 'error', text: complaint, place, field: undefined }] };
  }
  const params = paramsSchema.parse(reading.value ?? {});
  const problems = known ?? nodeProblems(id, Object.assign({}, node, { params }));
  return { ok: true, params, checks: problems.flatMap((problem) => checkOf(problem, text)) };
}

function checkOf(problem: Problem, text: string): readonly JsonCheck[] {
  const { path = [], severity } = problem;
  if (path[0] !== 'params' || severity === 'info') return [];
  const field = path.slice(1);
  return [
    { severity, text: textOf(problem), place: placeInJson(text, field), field: field.join('.') || undefined },
  ];
}
