import { definitionOf, type Field, groupFields, type NodeDefinition, type Problem } from '@gatherline/flow';
import { useCallback } from 'react';
import { fieldsFor, type Node, useEditorApi } from '../../store/index.ts';
import type { MemberProps } from './drawing.ts';
import { FieldGroupSection } from './field-group-section.tsx';
import { handMadeFor, ParameterField } from './parameter-field.tsx';
import styles from './inspector.module.css';

interface Props {
  readonly id: string;
  readonly node: Node;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
  readonly openGroups: ReadonlySet<string>;
  readonly onToggleGroup: (group: string) => void;
}

const forms = new WeakMap<NodeDefinition, ReturnType<typeof groupFields>>();

/** The form of a node type, drawn once. */
export function formOf(definition: NodeDefinition) {
  const known = forms.get(definition);
  if (known !== undefined) return known;
  const groups = groupFields(fieldsFor(definition).toSorted((left, right) => rank(left) - rank(right)));
  forms.set(definition, groups);
  return groups;
}

/** What must be filled in comes first, then what the node is drawn for; the rest keeps its order. */
function rank(field: Field): number {
  if (field.required) return 0;
  return handMadeFor(field) === undefined ? 2 : 1;
}

/** The parameters of a node: the main ones open, the others in groups that open. */
export function NodeForm({ id, node, problems, readOnly, openGroups, onToggleGroup }: Props) {
  const definition = definitionOf(node.type);
  if (definition === undefined) return null;
  const groups = formOf(definition);
  return (
    <div className={styles.form}>
      {groups.map(({ group, title, fields }) => {
        const members = fields.map((field) => (
          <NodeField
            key={field.name}
            {...{ id, node, field, problems, readOnly }}
            action={definition.action}
          />
        ));
        if (group === 'main') {
          return (
            <div key={group} className={styles.fields}>
              {members}
            </div>
          );
        }
        return (
          <FieldGroupSection
            key={group}
            title={title}
            isOpen={openGroups.has(group)}
            onToggle={() => onToggleGroup(group)}
            setCount={fields.filter(({ name }) => node.params[name] !== undefined).length}
            hasError={problems.some(({ severity, path }) => severity === 'error' && names(fields, path))}
          >
            {members}
          </FieldGroupSection>
        );
      })}
    </div>
  );
}

function names(fields: readonly Field[], path: Problem['path']): boolean {
  return path?.[0] === 'params' && fields.some((field) => field.name === path[1]);
}

interface FieldProps extends Pick<Props, 'id' | 'node' | 'problems' | 'readOnly'> {
  readonly field: Field;
  readonly action: string | undefined;
}

function NodeField({ id, node, field, problems, readOnly, action }: FieldProps) {
  const { name } = field;
  const { setParam, commitField } = useEditorApi().getState();
  const onChange = useCallback<MemberProps['onChange']>(
    (value) => setParam(id, [name], value),
    [setParam, id, name],
  );
  return (
    <ParameterField
      field={field}
      path={pathOf(name)}
      value={node.params[name]}
      problems={problems}
      disabled={readOnly}
      action={action}
      onChange={onChange}
      onCommit={commitField}
    />
  );
}

const known = new Map<string, readonly string[]>();

/** The same list for the same name, so that fields that did not change are not drawn again. */
function pathOf(name: string): readonly string[] {
  const path = known.get(name) ?? ['params', name];
  known.set(name, path);
  return path;
}
