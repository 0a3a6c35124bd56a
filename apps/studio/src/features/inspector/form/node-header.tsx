import { TextInput } from '@mantine/core';
import { definitionOf, type Problem } from '@gatherline/flow';
import { nodeView, type Node, useEditorApi } from '../../../store/index.ts';
import { FieldMessage, NamedIcon } from '../../../ui/index.ts';
import { textOf } from './field-problems.ts';
import styles from '../inspector.module.css';
import { NodeHelp } from '../reference/node-help.tsx';
import { NodeId } from './node-id.tsx';

interface Props {
  readonly id: string;
  readonly node: Node;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

/** Which step this is: its picture, the name people gave it, its kind, and the id that templates use. */
export function NodeHeader({ id, node, problems, readOnly }: Props) {
  const editor = useEditorApi();
  const view = nodeView(node);
  const definition = definitionOf(node.type);
  const about = problems.filter(
    ({ path }) => path === undefined || !['params', 'exits'].includes(String(path[0])),
  );
  return (
    <header className={styles.header}>
      <div className={styles.kind} data-category={view.category}>
        <span className={styles.kindIcon}>
          <NamedIcon name={view.icon} size={18} />
        </span>
        <div className={styles.titles}>
          <h2 className={styles.kindTitle}>{view.name}</h2>
          {view.name !== view.title && <p className={styles.kindName}>{view.title}</p>}
        </div>
        {definition !== undefined && (
          <NodeHelp
            key={node.type}
            type={node.type}
            title={view.title}
            help={definition.help}
            action={definition.action}
          />
        )}
      </div>
      <div data-field="label">
        <TextInput
          size="sm"
          label="Name"
          placeholder={view.title}
          maxLength={120}
          value={node.label ?? ''}
          disabled={readOnly}
          onChange={(event) => editor.getState().setLabel(id, event.currentTarget.value)}
          onBlur={() => editor.getState().commitField()}
        />
      </div>
      <NodeId key={id} id={id} readOnly={readOnly} />
      {about.map((problem) => (
        <FieldMessage key={problem.rule + textOf(problem)} {...severityOf(problem)} />
      ))}
    </header>
  );
}

function severityOf(problem: Problem) {
  return problem.severity === 'error' ? { error: textOf(problem) } : { warning: textOf(problem) };
}
