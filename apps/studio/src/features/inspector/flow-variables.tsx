import { idSchema, type Flow, type Json } from '@gatherline/flow';
import { editor } from '../../store/index.ts';
import { RecordField } from '../../ui/index.ts';
import { KindedValue } from './kinded-value.tsx';

interface Props {
  readonly variables: Flow['variables'];
  readonly disabled: boolean;
}

const commitField = () => editor.getState().commitField();

/** Values that every call begins with. */
export function FlowVariables({ variables, disabled }: Props) {
  return (
    <RecordField
      label="Variables"
      labelHidden
      entries={variables}
      entryName="variable"
      emptyText="None yet. A variable keeps a value for the whole call, such as a name or an answer."
      layout="around"
      disabled={disabled}
      newValue={(): Json => ''}
      nameProblem={(name) => idSchema.safeParse(name).error?.issues[0]?.message}
      onChange={(next) => write(variables, next)}
      onRename={(from, to) => editor.getState().renameVariable(from, to)}
      onCommit={commitField}
      renderValue={(value, name, replace) => (
        <KindedValue
          name={name}
          value={value}
          disabled={disabled}
          onChange={replace}
          onCommit={commitField}
        />
      )}
    />
  );
}

/** Writes what differs. */
function write(before: Flow['variables'], next: Readonly<Record<string, Json>>) {
  for (const [name, value] of Object.entries(next))
    if (before[name] !== value) editor.getState().setVariable(name, value);
  for (const name of Object.keys(before)) if (!(name in next)) editor.getState().setVariable(name, undefined);
}
