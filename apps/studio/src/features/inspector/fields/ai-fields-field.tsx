import type { JsonObject } from '@gatherline/flow';
import { memo } from 'react';
import { JsonField, ListField } from '../../../ui/index.ts';
import { AiFieldInputs } from './ai-field-inputs.tsx';
import { type AiField, isPlain, readAiFields, writeAiFields } from './ai-fields.ts';
import { useFieldContext } from '../form/field-context.ts';
import { messagesAt } from '../form/field-problems.ts';
import type { MemberProps } from '../form/drawing.ts';
import styles from './rows.module.css';

/** What an assistant finds out, as a list; a schema that is more than a list is shown as it is. */
export const AiFieldsField = memo(function AiFieldsField(props: MemberProps) {
  const { field, path, value, onChange } = props;
  const { problems, disabled, onCommit } = useFieldContext();
  const reading = readAiFields(value);
  const words = {
    label: field.title,
    help: field.help,
    technical: `Telnyx: ${field.name} (a JSON Schema)`,
    at: path.join('.'),
    required: field.required,
    disabled,
  };
  if (!reading.ok) {
    return (
      <div>
        <JsonField
          {...words}
          {...messagesAt(problems, path, true)}
          shape="object"
          value={value}
          onChange={onChange}
          onCommit={onCommit}
        />
        <p className={styles.notice}>
          This can't be shown as a list. {reading.why} It is kept as it is written.
        </p>
      </div>
    );
  }
  const { form } = reading;
  const isOfTool = field.control.kind === 'object';
  const write = (fields: readonly AiField[]) => {
    const isDropped = fields.length === 0 && !field.required && isPlain(form);
    onChange(isDropped ? undefined : writeAiFields({ ...form, fields }));
  };
  return (
    <ListField
      {...words}
      {...messagesAt(problems, path, true)}
      items={form.fields}
      isTall
      itemName="field"
      emptyText="Nothing is asked for yet. Add a field, such as name or birthday."
      newItem={() => newField(form.fields)}
      onChange={write}
      onCommit={onCommit}
      renderItem={(asked, index, replace) => (
        <AiFieldInputs
          asked={asked}
          index={index}
          at={[...path, 'properties', asked.name].join('.')}
          taken={form.fields.filter((other) => other !== asked).map((other) => other.name)}
          neededLabel={isOfTool ? 'Needed for the request' : 'Needed before the call goes on'}
          onChange={replace}
        />
      )}
    />
  );
});

const noSchema: JsonObject = {};

function newField(fields: readonly AiField[]): AiField {
  const taken = new Set(fields.map(({ name }) => name));
  let count = fields.length + 1;
  while (taken.has(`field_${count}`)) count += 1;
  return {
    name: `field_${count}`,
    kind: 'text',
    isRequired: true,
    question: '',
    options: [],
    written: noSchema,
  };
}
