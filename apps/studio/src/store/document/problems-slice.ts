import type { Problem } from '@gatherline/flow';
import type { EditorGet, EditorPorts, EditorSet, ProblemsSlice } from '../state.ts';

/** How long the canvas may be quiet before problems are worked out again, in milliseconds. */
const LINT_AFTER_MS = 150;

export interface Problems {
  readonly slice: ProblemsSlice;
  /** The document changed; `now` for one that was just opened. */
  readonly documentChanged: (when: 'soon' | 'now') => void;
}

const noProblems: ReadonlyMap<string, readonly Problem[]> = new Map();

export function createProblems(set: EditorSet, get: EditorGet, { lint, schedule }: EditorPorts): Problems {
  let cancel = () => {};
  let shown = -1;

  const recompute = () => {
    const { flow, problemsByNode } = get();
    const problems = flow === null ? [] : lint(flow);
    set({ problems, problemsByNode: group(problems, problemsByNode) });
  };

  const step = (by: 1 | -1) => {
    const { problems, announce, revealField, revealNode } = get();
    if (problems.length === 0) return announce('No problems');
    shown = (shown + by + problems.length + (shown < 0 && by < 0 ? 1 : 0)) % problems.length;
    const problem = problems[shown];
    if (problem === undefined) return;
    if (problem.node !== undefined && problem.path !== undefined) revealField(problem.node, problem.path);
    else if (problem.node !== undefined) revealNode(problem.node);
    announce(`Problem ${shown + 1} of ${problems.length}: ${problem.message}`);
  };

  return {
    slice: {
      problems: [],
      problemsByNode: noProblems,
      nextProblem: () => step(1),
      previousProblem: () => step(-1),
    },
    documentChanged(when) {
      cancel();
      if (when === 'now') {
        shown = -1;
        recompute();
      } else cancel = schedule(recompute, LINT_AFTER_MS);
    },
  };
}

/** Nodes whose problems are the same keep the same list, so that only the badges that changed are drawn again. */
function group(
  problems: readonly Problem[],
  before: ReadonlyMap<string, readonly Problem[]>,
): ReadonlyMap<string, readonly Problem[]> {
  const lists = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.node === undefined) continue;
    const list = lists.get(problem.node);
    if (list === undefined) lists.set(problem.node, [problem]);
    else list.push(problem);
  }
  return new Map(
    [...lists].map(([node, list]) => {
      const old = before.get(node);
      return [node, old !== undefined && JSON.stringify(old) === JSON.stringify(list) ? old : list];
    }),
  );
}
