import type { Flow, Problem } from '@gatherline/flow';
import { useResources } from '../../api/index.ts';
import { type EditorState, useEditor } from '../../store/index.ts';
import { missingHere, UNBOUND } from './missing-here.ts';
import type { Publishing } from './use-publishing.ts';

const problemsOf = (state: EditorState) => state.problems;

/** What stands between a flow and its callers. */
export interface Obstacles {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** Whether asking the service is of no use before something was mended. */
  readonly isBarred: boolean;
}

/** What the service has refused, else what the linter says; and the values that are missing at this moment. */
export function useObstacles(flow: Flow | null, state: Publishing['state']): Obstacles {
  const linted = useEditor(problemsOf);
  const resources = useResources();
  const refused = state.kind === 'refused' ? state.problems : [];
  const isOfValue = ({ rule }: Problem) => rule === UNBOUND;
  const missing =
    flow !== null && resources.isSuccess ? missingHere(flow, resources.data) : refused.filter(isOfValue);
  const told = refused.length > 0 ? refused.filter((problem) => !isOfValue(problem)) : linted;
  const errors = [...told.filter(({ severity }) => severity === 'error'), ...missing];
  return {
    errors,
    warnings: told.filter(({ severity }) => severity !== 'error'),
    isBarred: refused.length === 0 ? errors.length > 0 : resources.isSuccess && missing.length > 0,
  };
}
