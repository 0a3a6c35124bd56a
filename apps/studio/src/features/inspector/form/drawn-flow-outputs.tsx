import { Checkbox } from '@mantine/core';
import type { FlowControl } from '@gatherline/flow';
import { useFlowSignature } from '../../../api/index.ts';
import { ObjectField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import styles from '../inspector.module.css';
import { useNamedFlow } from '../fields/named-flow.ts';
import { SignatureState } from '../fields/signature-state.tsx';

/** Which of the chosen flow's outputs later steps may read. */
export function DrawnFlowOutputs({ words, value, onChange }: Drawn<FlowControl>) {
  const { disabled, onCommit } = useFieldContext();
  const { id, version } = useNamedFlow();
  const signature = useFlowSignature(id, version);
  const chosen = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  const declared = signature.data?.outputs ?? {};
  const names = [...new Set([...Object.keys(declared), ...chosen])];
  const choose = (name: string, isChosen: boolean) => {
    const next = names.filter((each) => (each === name ? isChosen : chosen.includes(each)));
    onChange(next.length === 0 ? undefined : next);
    onCommit();
  };
  return (
    <ObjectField {...words}>
      <SignatureState id={id} signature={signature} />
      {signature.isSuccess && names.length === 0 && (
        <p className={styles.quiet}>“{signature.data.name}” gives nothing back.</p>
      )}
      {names.map((name) => (
        <Checkbox
          key={name}
          size="sm"
          disabled={disabled}
          label={declared[name]?.title ?? name}
          description={
            signature.isSuccess && declared[name] === undefined
              ? 'The flow does not declare it (any more).'
              : undefined
          }
          checked={chosen.includes(name)}
          onChange={(event) => choose(name, event.currentTarget.checked)}
        />
      ))}
    </ObjectField>
  );
}
