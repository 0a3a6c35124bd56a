import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { FlowControl } from '@gatherline/flow';
import { type FlowSignature, useFlowSignature } from '../../../api/index.ts';
import { FieldMessage, ObjectField, TextField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { messagesAt } from './field-problems.ts';
import {
  type Given,
  givenComplaint,
  givenIn,
  givenText,
  givenValue,
  withGiven,
} from '../fields/given-values.ts';
import { inputText } from '../fields/input-values.ts';
import { useInsertions } from './insertions.ts';
import styles from '../inspector.module.css';
import { useNamedFlow } from '../fields/named-flow.ts';
import { SignatureState } from '../fields/signature-state.tsx';

/** A value for each input that the chosen flow declares; what it does not know any more can be taken away. */
export function DrawnFlowInputs(props: Drawn<FlowControl>) {
  const { id, version } = useNamedFlow();
  const signature = useFlowSignature(id, version);
  const given = givenIn(props.value);
  const declared = signature.data?.inputs ?? {};
  const strangers = given.filter(({ name }) => !Object.hasOwn(declared, name));
  const write = (name: string, value: string | undefined) => props.onChange(withGiven(given, name, value));
  return (
    <ObjectField {...props.words}>
      <SignatureState id={id} signature={signature} />
      {signature.isSuccess && Object.keys(declared).length === 0 && (
        <p className={styles.quiet}>“{signature.data.name}” asks for nothing.</p>
      )}
      {Object.entries(declared).map(([name, input]) => (
        <InputField key={name} {...props} name={name} input={input} rows={given} onWrite={write} />
      ))}
      {signature.isSuccess &&
        strangers.map(({ name }) => (
          <Stranger key={name} name={name} onRemove={() => write(name, undefined)} />
        ))}
    </ObjectField>
  );
}

interface InputProps extends Drawn<FlowControl> {
  readonly name: string;
  readonly input: FlowSignature['inputs'][string];
  readonly rows: readonly Given[];
  readonly onWrite: (name: string, value: string | undefined) => void;
}

function InputField({ name, input, rows, path, onWrite }: InputProps) {
  const { problems, disabled, onCommit } = useFieldContext();
  const insertions = useInsertions();
  const { type, title, required, default: fallback } = input;
  const row = rows.findIndex((each) => each.name === name);
  const value = rows[row]?.value;
  const isRequired = required === true && fallback === undefined;
  const messages = messagesAt(problems, [...path, row], true);
  const missing = isRequired && value === undefined ? 'The flow can’t do without it.' : undefined;
  return (
    <TextField
      label={title ?? name}
      technical={`In the file: inputs, by the name ${name}`}
      required={isRequired}
      disabled={disabled}
      at={[...path, name].join('.')}
      error={messages.error ?? givenComplaint(type, value)}
      warning={messages.warning ?? missing}
      insert={insertions.templates}
      suggestions={type === 'boolean' ? ['yes', 'no'] : undefined}
      placeholder={fallback === undefined ? '' : `Default: ${inputText(fallback) || 'empty'}`}
      value={givenText(type, value)}
      onChange={(text) => onWrite(name, text === undefined ? undefined : givenValue(type, text))}
      onCommit={onCommit}
    />
  );
}

interface StrangerProps {
  readonly name: string;
  readonly onRemove: () => void;
}

function Stranger({ name, onRemove }: StrangerProps) {
  const { disabled } = useFieldContext();
  return (
    <div>
      <FieldMessage warning={`The flow does not ask for ${name} (any more).`} />
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconTrash size={14} aria-hidden />}
        disabled={disabled}
        onClick={onRemove}
      >
        Remove {name}
      </Button>
    </div>
  );
}
