import { idSchema, type Flow, type Json } from '@gatherline/flow';
import { type Editor, useEditorApi } from '../../../store/index.ts';
import { RecordField } from '../../../ui/index.ts';
import { KindedValue } from '../fields/kinded-value.tsx';

interface Props {
  readonly variables: Flow['variables'];
  readonly disabled: boolean;
}

/** Values that every call begins with. */
export function FlowVariables({ variables, disabled }: Props) {
  const editor = useEditorApi();
  const { commitField, renameVariable } = editor.getState();
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
      onChange={(next) => write(editor, variables, next)}
      onRename={renameVariable}
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
function write(editor: Editor, before: Flow['variables'], next: Readonly<Record<string, Json>>) {
  const { setVariable } = editor.getState();
  for (const [name, value] of Object.entries(next)) if (before[name] !== value) setVariable(name, value);
  for (const name of Object.keys(before)) if (!(name in next)) setVariable(name, undefined);
}
