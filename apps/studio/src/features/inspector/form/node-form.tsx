import {
  definitionOf,
  type Field,
  groupFields,
  type Json,
  type NodeDefinition,
  type Problem,
} from '@gatherline/flow';
import { useCallback, useMemo } from 'react';
import { fieldsFor, type Node, useEditorApi } from '../../../store/index.ts';
import type { MemberProps } from './drawing.ts';
import { FieldContext, type FieldSurroundings } from './field-context.ts';
import { FieldGroupSection } from './field-group-section.tsx';
import { ParameterField } from './parameter-field.tsx';
import styles from '../inspector.module.css';

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
  return field.handMade === undefined ? 2 : 1;
}

/** The parameters of a node: the main ones open, the others in groups that open. */
export function NodeForm({ id, node, problems, readOnly, openGroups, onToggleGroup }: Props) {
  const definition = definitionOf(node.type);
  const surroundings = useSurroundings(definition?.action, problems, readOnly);
  if (definition === undefined) return null;
  const groups = formOf(definition);
  return (
    <FieldContext value={surroundings}>
      <div className={styles.form}>
        {groups.map(({ group, title, fields }) => {
          const members = fields.map((field) => (
            <NodeField key={field.name} id={id} field={field} value={node.params[field.name]} />
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
    </FieldContext>
  );
}

function useSurroundings(
  action: string | undefined,
  problems: readonly Problem[],
  disabled: boolean,
): FieldSurroundings {
  const { commitField: onCommit } = useEditorApi().getState();
  return useMemo(
    () => ({ action, problems, disabled, onCommit, Member: ParameterField }),
    [action, problems, disabled, onCommit],
  );
}

function names(fields: readonly Field[], path: Problem['path']): boolean {
  return path?.[0] === 'params' && fields.some((field) => field.name === path[1]);
}

interface FieldProps {
  readonly id: string;
  readonly field: Field;
  readonly value: Json | undefined;
}

function NodeField({ id, field, value }: FieldProps) {
  const { name } = field;
  const { setParam } = useEditorApi().getState();
  const onChange = useCallback<MemberProps['onChange']>(
    (next) => setParam(id, [name], next),
    [setParam, id, name],
  );
  return <ParameterField field={field} path={pathOf(name)} value={value} onChange={onChange} />;
}

const known = new Map<string, readonly string[]>();

/** The same list for the same name, so that fields that did not change are not drawn again. */
function pathOf(name: string): readonly string[] {
  const path = known.get(name) ?? ['params', name];
  known.set(name, path);
  return path;
}
