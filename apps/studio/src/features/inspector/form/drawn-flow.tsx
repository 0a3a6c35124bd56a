import type { FlowControl } from '@gatherline/flow';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useFlows, useVersions } from '../../../api/index.ts';
import { useEditor } from '../../../store/index.ts';
import { ChoiceField, type FieldWords } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { DrawnFlowInputs } from './drawn-flow-inputs.tsx';
import { DrawnFlowOutputs } from './drawn-flow-outputs.tsx';
import { useFieldContext } from './field-context.ts';
import styles from '../inspector.module.css';
import { useNamedFlow } from '../fields/named-flow.ts';

/** What belongs to a flow that the step enters: which one, which version, what it is given and what it gives back. */
export function DrawnFlowPart(props: Drawn<FlowControl>) {
  const { kind } = props.field.control;
  if (kind === 'flow') return <FlowChoice {...props} />;
  if (kind === 'flow_version') return <VersionChoice {...props} />;
  return kind === 'flow_inputs' ? <DrawnFlowInputs {...props} /> : <DrawnFlowOutputs {...props} />;
}

function FlowChoice({ words, value, onChange }: Drawn<FlowControl>) {
  const { onCommit } = useFieldContext();
  const flows = useFlows();
  const own = useEditor((state) => state.flow?.id);
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const listed = flows.data?.find(({ id }) => id === chosen);
  const others = flows.data?.filter(({ id }) => id !== own) ?? [];
  const isMissing = chosen !== undefined && flows.isSuccess && listed === undefined;
  return (
    <div>
      <ChoiceField
        {...words}
        {...(isMissing ? missing(words, chosen) : {})}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={flows.isPending ? 'Loading your flows…' : 'Choose a flow'}
        value={chosen}
        onChange={onChange}
        onCommit={onCommit}
      />
      {flows.isError && <p className={styles.quiet}>Your flows could not be loaded.</p>}
      {flows.isSuccess && others.length === 0 && (
        <p className={styles.quiet}>There is no other flow yet. Make one from the list of your flows.</p>
      )}
      {listed !== undefined && (
        <Anchor component={Link} to={`/flows/${listed.id}`} size="xs" c="var(--brand)">
          Open “{listed.name}”
        </Anchor>
      )}
    </div>
  );
}

function missing({ error, warning }: FieldWords, id: string): Pick<FieldWords, 'error' | 'warning'> {
  if (error !== undefined) return { error, warning };
  return { warning: `There is no flow ${id} here. Choose another one, or make it.` };
}

function VersionChoice({ words, value, onChange }: Drawn<FlowControl>) {
  const { disabled, onCommit } = useFieldContext();
  const { id } = useNamedFlow();
  return (
    <ChoiceField
      {...words}
      disabled={disabled || id === null}
      options={useVersionChoices(id)}
      placeholder="The newest one that is published"
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
      onCommit={onCommit}
    />
  );
}

function useVersionChoices(id: string | null) {
  const { data = [] } = useVersions(id);
  return data.map(({ version, published_at: at }) => ({
    value: version,
    label: `Version ${version}, of ${new Date(at).toLocaleDateString()}`,
  }));
}
