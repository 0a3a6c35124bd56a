import type { Problem } from '@gatherline/flow';
import type { LintContext } from './context.ts';

/** A problem before its rule's name is put on it. */
export type Finding = Omit<Problem, 'rule'>;

/** One rule over a whole flow; `name` is kebab-case and the same in problems, files and help pages. */
export interface Rule {
  readonly name: string;
  /** A few words for a heading. */
  readonly title: string;
  /** What a caller would notice, and why the rule exists. */
  readonly help: string;
  check(context: LintContext): readonly Finding[];
}
