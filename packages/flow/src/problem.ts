export type Severity = 'error' | 'warning' | 'info';

/**
 * Something a person can mend. `rule` is the lint rule's name (kebab-case), `message` says what is wrong and what a
 * caller would notice, `cure` what to do. `node` and `path` (inside the node, such as `['params', 'payload']`) say
 * which field to open.
 */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly cure: string;
  readonly node?: string;
  readonly path?: readonly (string | number)[];
}

/** Writes a problem on one line: `welcome, params.payload: … Cure: …`. */
export function describeProblem(problem: Problem): string {
  const place = [problem.node, problem.path?.join('.')].filter(Boolean).join(', ');
  return `${place === '' ? '' : `${place}: `}${problem.message} ${problem.cure}`.trim();
}
