import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import { memo } from 'react';
import { ListField, TextField } from '../../../ui/index.ts';
import { ConditionField } from './condition-field.tsx';
import type { MemberProps } from '../form/drawing.ts';
import { useFieldContext } from '../form/field-context.ts';
import { messagesAt } from '../form/field-problems.ts';
import { withMember } from '../form/members.ts';
import styles from './rows.module.css';

/** Ways on with the condition of each, tried from the top. */
export const BranchesField = memo(function BranchesField({ field, path, value, onChange }: MemberProps) {
  const { problems, disabled, onCommit } = useFieldContext();
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  const branches = items.map((item) => (isJsonObject(item) ? item : {}));
  return (
    <ListField
      label={field.title}
      help={field.help}
      technical={`In the file: ${field.name}`}
      at={path.join('.')}
      {...messagesAt(problems, path, false)}
      items={branches}
      isTall
      itemName="branch"
      disabled={disabled}
      newItem={branches.length >= 40 ? undefined : () => ({ name: freeName(branches), when: '' })}
      onChange={onChange}
      onCommit={onCommit}
      renderItem={(branch, index, replace) => (
        <BranchInputs branch={branch} index={index} path={[...path, index]} onReplace={replace} />
      )}
    />
  );
});

interface InputsProps {
  readonly branch: JsonObject;
  readonly index: number;
  readonly path: MemberProps['path'];
  readonly onReplace: (branch: JsonObject) => void;
}

function BranchInputs({ branch, index, path, onReplace }: InputsProps) {
  const { problems, disabled, onCommit } = useFieldContext();
  const { name, when } = branch;
  const condition = typeof when === 'string' ? when : '';
  return (
    <div className={styles.stack}>
      <TextField
        label={`Name of branch ${index + 1}`}
        labelHidden
        placeholder="Name, such as is_adult"
        at={[...path, 'name'].join('.')}
        {...messagesAt(problems, [...path, 'name'], true)}
        value={typeof name === 'string' ? name : undefined}
        disabled={disabled}
        onChange={(next) => onReplace(withMember(branch, 'name', next ?? ''))}
        onCommit={onCommit}
      />
      <ConditionField
        label={`When (branch ${index + 1})`}
        help="What must be so for the call to go this way. The first branch that holds is taken."
        technical="In the file: when, a Liquid condition"
        at={[...path, 'when'].join('.')}
        {...messagesAt(problems, [...path, 'when'], true)}
        value={condition}
        disabled={disabled}
        onChange={(next) => onReplace(withMember(branch, 'when', next ?? ''))}
      />
    </div>
  );
}

function freeName(branches: readonly JsonObject[]): string {
  const taken = new Set(branches.map(({ name }) => name));
  for (let count = branches.length + 1; ; count += 1) {
    const name = `branch_${count}`;
    if (!taken.has(name)) return name;
  }
}
