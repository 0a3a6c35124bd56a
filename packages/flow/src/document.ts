import { flowProblems } from './parameters.ts';
import type { Problem } from './problem.ts';
import type { Flow } from './schema.ts';

declare const publishable: unique symbol;

/** A flow whose parameters are strict and that has no problem of severity error. */
export type PublishableFlow = Flow & { readonly [publishable]: true };

/**
 * The one place that tells a draft from a publishable flow: strict parameters, and no error among `problems`
 * (what the linter found besides).
 */
export function toPublishable(
  flow: Flow,
  problems: readonly Problem[] = [],
):
  | { readonly ok: true; readonly flow: PublishableFlow }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const errors = [...flowProblems(flow), ...problems].filter((problem) => problem.severity === 'error');
  return hasNone(errors, flow) ? { ok: true, flow } : { ok: false, problems: errors };
}

function hasNone(errors: readonly Problem[], _flow: Flow): _flow is PublishableFlow {
  return errors.length === 0;
}
