import { NamedIcon } from '../../ui/index.ts';
import { defaultExit, type Editor, nodeView, spotAfter, useEditor, useEditorApi } from '../../store/index.ts';
import styles from './canvas.module.css';
import { type Suggestion, suggestions } from './suggestions.ts';

/** What to do with a flow that is only a start: three beginnings. */
export function EmptyFlow() {
  const editor = useEditorApi();
  const isEmpty = useEditor(({ flow, readOnly }) => {
    const nodes = Object.values(flow?.nodes ?? {});
    return flow !== null && !readOnly && nodes.every((node) => nodeView(node).role === 'entry');
  });
  if (!isEmpty) return null;
  return (
    <section className={styles.empty} aria-label="Ways to begin">
      <h2>What should callers hear first?</h2>
      <p>Pick a beginning and change it, or drag a step from the left.</p>
      <div className={styles.suggestions}>
        {suggestions.map((suggestion) => (
          <button type="button" key={suggestion.title} onClick={() => insert(editor, suggestion)}>
            <NamedIcon name={suggestion.icon} size={22} />
            <strong>{suggestion.title}</strong>
            <span>{suggestion.text}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function insert(editor: Editor, { group }: Suggestion): void {
  const { flow, insertGroup } = editor.getState();
  if (flow === null) return;
  const start = Object.entries(flow.nodes)[0];
  const exit = start === undefined ? null : defaultExit(start[1]);
  if (start === undefined || exit === null) insertGroup(group, [0, 0]);
  else insertGroup(group, spotAfter(flow, { node: start[0], exit }), { node: start[0], exit });
}
