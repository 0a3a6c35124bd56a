import { isJsonObject, type Json, nodeProblems } from '@gatherline/flow';
import { editor, type Node } from '../../store/index.ts';
import { FieldMessage, JsonField } from '../../ui/index.ts';
import { textOf } from './field-problems.ts';
import styles from './inspector.module.css';

interface Props {
  readonly id: string;
  readonly node: Node;
  readonly readOnly: boolean;
}

/** The parameters of a step as JSON, checked while they are typed. */
export function NodeJson({ id, node, readOnly }: Props) {
  const complaints = nodeProblems(id, node);
  return (
    <div className={styles.fields}>
      <JsonField
        label="Parameters"
        help="What the file holds for this step, with Telnyx's own names. Every change can be undone."
        technical={`In the file: nodes.${id}.params`}
        shape="object"
        minRows={10}
        maxRows={40}
        disabled={readOnly}
        value={node.params}
        onChange={(value) => writeParams(id, value)}
        onCommit={() => editor.getState().commitField()}
      />
      {complaints.map((problem) => (
        <FieldMessage
          key={`${problem.path?.join('.')} ${problem.message}`}
          {...(problem.severity === 'error' ? { error: textOf(problem) } : { warning: textOf(problem) })}
        />
      ))}
    </div>
  );
}

function writeParams(id: string, value: Json | undefined) {
  editor
    .getState()
    .setParam(id, [], isJsonObject(value) ? value : {}, { label: 'Parameters changed as JSON' });
}
