import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FlowControl, isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import { type FlowSignature, messageOf, useFlowSignature } from '../../api/index.ts';
import { FieldMessage, LoadingState, ObjectField, TextField } from '../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { messagesAt } from './field-problems.ts';
import { inputComplaint, inputText, inputValue } from './input-values.ts';
import { insertions } from './insertions.ts';
import styles from './inspector.module.css';
import { useNamedFlow } from './named-flow.ts';

/** A value for each input that the chosen flow declares; what it does not know any more can be taken away. */
export function DrawnFlowInputs(props: Drawn<FlowControl>) {
  const { id, version } = useNamedFlow();
  const signature = useFlowSignature(id, version);
  const given = isJsonObject(props.value) ? props.value : {};
  const declared = signature.data?.inputs ?? {};
  const strangers = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
  const write = (name: string, value: Json | undefined) => props.onChange(withInput(given, name, value));
  return (
    <ObjectField {...props.words}>
      {id === null && <p className={styles.fall}>Choose a flow first: what it asks for is set here.</p>}
      {id !== null && signature.isPending && <LoadingState>Reading what the flow asks for…</LoadingState>}
      {signature.isError && <FieldMessage warning={messageOf(signature.error)} />}
      {signature.isSuccess && Object.keys(declared).length === 0 && (
        <p className={styles.fall}>“{signature.data.name}” asks for nothing.</p>
      )}
      {Object.entries(declared).map(([name, input]) => (
        <InputField key={name} {...props} name={name} input={input} given={given[name]} onWrite={write} />
      ))}
      {signature.isSuccess &&
        strangers.map((name) => (
          <Stranger
            key={name}
            name={name}
            disabled={props.disabled}
            onRemove={() => write(name, undefined)}
          />
        ))}
    </ObjectField>
  );
}

function withInput(given: JsonObject, name: string, value: Json | undefined): JsonObject | undefined {
  const rest = Object.entries(given).filter(([key]) => key !== name);
  const entries = value === undefined ? rest : Object.entries({ ...given, [name]: value });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

interface InputProps extends Drawn<FlowControl> {
  readonly name: string;
  readonly input: FlowSignature['inputs'][string];
  readonly given: Json | undefined;
  readonly onWrite: (name: string, value: Json | undefined) => void;
}

function InputField({ name, input, given, path, problems, disabled, onWrite, onCommit }: InputProps) {
  const { type, title, required, default: fallback } = input;
  const isStructure = type === 'list' || type === 'object';
  const messages = messagesAt(problems, [...path, name], true);
  return (
    <TextField
      label={title ?? name}
      technical={`In the file: inputs.${name}`}
      required={required === true && fallback === undefined}
      disabled={disabled}
      at={[...path, name].join('.')}
      {...messages}
      error={messages.error ?? inputComplaint(type, given)}
      as={isStructure ? 'code' : 'line'}
      insert={insertions}
      suggestions={type === 'boolean' ? ['yes', 'no'] : undefined}
      placeholder={fallback === undefined ? '' : `Default: ${inputText(fallback)}`}
      value={inputText(given)}
      onChange={(text) => onWrite(name, text === undefined ? undefined : inputValue(type, text))}
      onCommit={onCommit}
    />
  );
}

interface StrangerProps {
  readonly name: string;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

function Stranger({ name, disabled, onRemove }: StrangerProps) {
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
