import { type Flow, idSchema, type JsonObject, type ResourceType } from '@gatherline/flow';
import { useState } from 'react';
import { useResources } from '../../../api/index.ts';
import { type Editor, useEditorApi } from '../../../store/index.ts';
import { ChoiceField, RecordField, resourceChoices, TextField } from '../../../ui/index.ts';
import { FieldGroupSection } from '../form/field-group-section.tsx';
import { ResourceStanding } from '../fields/resource-standing.tsx';
import styles from '../fields/rows.module.css';

interface Props {
  readonly resources: Flow['resources'];
  readonly disabled: boolean;
}

const newResource: JsonObject = { type: 'number' };

/** The names that the flow reads from its surroundings, and whether this service has values for them. */
export function FlowResources({ resources, disabled }: Props) {
  const [isOpen, setOpen] = useState(true);
  const bound = useResources();
  const editor = useEditorApi();
  const { renameDeclared, commitField } = editor.getState();
  return (
    <FieldGroupSection title="Details" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <RecordField<JsonObject>
        label="Details"
        labelHidden
        entries={resources}
        entryName="detail"
        emptyText="None yet. A detail is a number, an address, opening hours or a key that differs between test and real use. Name it here; its value is kept beside the flow, and texts take it from their { } menu."
        disabled={disabled}
        layout="below"
        newValue={() => newResource}
        nameProblem={(name) => idSchema.safeParse(name).error?.issues[0]?.message}
        onChange={(next) => write(editor, resources, next)}
        onRename={(from, to) => renameDeclared('resources', from, to)}
        onCommit={commitField}
        renderValue={(_value, name) => {
          const declared = resources[name];
          if (declared === undefined) return null;
          return (
            <div className={styles.stack}>
              <DeclaredFields name={name} declared={declared} disabled={disabled} />
              {bound.isSuccess && (
                <ResourceStanding
                  name={name}
                  declared={declared}
                  bound={bound.data.find((each) => each.name === name)}
                />
              )}
            </div>
          );
        }}
      />
    </FieldGroupSection>
  );
}

interface FieldsProps {
  readonly name: string;
  readonly declared: Flow['resources'][string];
  readonly disabled: boolean;
}

function DeclaredFields({ name, declared, disabled }: FieldsProps) {
  const { setDeclared, commitField } = useEditorApi().getState();
  const change = (part: JsonObject) => setDeclared('resources', name, { ...declared, ...part });
  return (
    <>
      <ChoiceField<ResourceType>
        label={`Kind of ${name}`}
        labelHidden
        required
        disabled={disabled}
        options={resourceChoices}
        value={declared.type}
        onChange={(type) => type !== undefined && change({ type })}
        onCommit={commitField}
      />
      <TextField
        label={`Title of ${name}`}
        labelHidden
        disabled={disabled}
        at={`resources.${name}`}
        maxCharacters={120}
        placeholder="What it is, in words"
        value={declared.title}
        onChange={(title) => {
          if (title !== undefined) return change({ title });
          const { title: _gone, ...rest } = declared;
          return setDeclared('resources', name, rest);
        }}
        onCommit={commitField}
      />
    </>
  );
}

/** Added and removed entries; what is inside them is written by its own fields. */
function write(editor: Editor, before: Flow['resources'], next: Readonly<Record<string, JsonObject>>) {
  const { setDeclared } = editor.getState();
  for (const [name, value] of Object.entries(next))
    if (!Object.hasOwn(before, name)) setDeclared('resources', name, value);
  for (const name of Object.keys(before)) if (!(name in next)) setDeclared('resources', name, undefined);
}
