import { SegmentedControl } from '@mantine/core';
import type { Flow, Problem } from '@gatherline/flow';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { type Editor, type EditorState, nameOf, useEditor, useEditorApi } from '../../store/index.ts';
import { EmptyState, type Issue, IssueList } from '../../ui/index.ts';
import styles from './problems.module.css';

type Filter = 'all' | 'error' | 'warning';

const problemsOf = (state: EditorState) => state.problems;
const flowOf = (state: EditorState) => state.flow;

/** Everything there is to mend in the open flow; a click leads to the field. */
export function ProblemsPanel() {
  const editor = useEditorApi();
  const flow = useEditor(flowOf);
  const problems = useEditor(problemsOf);
  const [filter, setFilter] = useState<Filter>('all');
  const errors = problems.filter(({ severity }) => severity === 'error');
  const shown = problems.filter(
    ({ severity }) => filter === 'all' || (severity === 'error') === (filter === 'error'),
  );
  return (
    <section className={styles.panel} aria-label="Problems">
      {problems.length > 0 && (
        <SegmentedControl
          size="xs"
          className={styles.filter}
          aria-label="Which problems to show"
          value={filter}
          onChange={setFilter}
          data={[
            { value: 'all', label: `All ${problems.length}` },
            { value: 'error', label: `Errors ${errors.length}` },
            { value: 'warning', label: `Warnings ${problems.length - errors.length}` },
          ]}
        />
      )}
      {shown.length === 0 ? (
        <Nothing filter={problems.length === 0 ? 'all' : filter} />
      ) : (
        <IssueList label="Problems to mend" issues={shown.map((problem) => issueOf(problem, flow, editor))} />
      )}
    </section>
  );
}

function Nothing({ filter }: { readonly filter: Filter }) {
  if (filter === 'all') {
    return (
      <EmptyState icon={IconCircleCheck} title="Nothing to mend">
        Callers will find their way. New problems appear here as you draw.
      </EmptyState>
    );
  }
  return <EmptyState icon={IconCircleCheck} title={filter === 'error' ? 'No errors' : 'No warnings'} />;
}

function issueOf(problem: Problem, flow: Flow | null, editor: Editor): Issue {
  const { severity, message, cure, node } = problem;
  return {
    severity,
    text: message,
    cure,
    place: flow === null || node === undefined ? 'The flow' : nameOf(flow, node),
    onOpen: () => reveal(problem, editor),
  };
}

/** A problem of the flow itself is mended in the flow's settings, which show while nothing is selected. */
function reveal({ node, path }: Problem, editor: Editor) {
  if (node === undefined) editor.getState().select([]);
  else editor.getState().revealField(node, path);
}
