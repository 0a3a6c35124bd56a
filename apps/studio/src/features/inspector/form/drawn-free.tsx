import { Button } from '@mantine/core';
import { type Control, isJsonObject, type Json } from '@gatherline/flow';
import { useState } from 'react';
import { JsonField, RecordField } from '../../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { useInsertions } from './insertions.ts';
import { KindedValue } from '../fields/kinded-value.tsx';
import styles from '../fields/rows.module.css';
import { entryName } from './wording.ts';

type FreeControl = Extract<Control, { readonly kind: 'json' }>;

/** A value whose content nobody prescribes: free names, each with a value of any kind, or the whole as JSON. */
export function DrawnFree({ field, words, value, onChange }: Drawn<FreeControl>) {
  const { disabled, onCommit } = useFieldContext();
  const insertions = useInsertions();
  const [isText, setText] = useState(false);
  const isRecord = value === undefined || isJsonObject(value);
  if (isText || !isRecord) {
    return (
      <div className={styles.free}>
        <JsonField
          {...words}
          shape={field.control.shape}
          value={value}
          onChange={onChange}
          onCommit={onCommit}
        />
        {isRecord && <Toggle label="As names and values" onClick={() => setText(false)} />}
      </div>
    );
  }
  return (
    <div className={styles.free}>
      <RecordField<Json>
        {...words}
        entries={value ?? {}}
        entryName={entryName(field.title)}
        layout="around"
        disabled={disabled}
        newValue={() => ''}
        onChange={(next) => onChange(Object.keys(next).length === 0 && !field.required ? undefined : next)}
        onCommit={onCommit}
        renderValue={(held, name, replace) => (
          <KindedValue
            name={name}
            value={held}
            disabled={disabled}
            insert={insertions.templates}
            onChange={replace}
            onCommit={onCommit}
          />
        )}
      />
      <Toggle label="As JSON" onClick={() => setText(true)} />
    </div>
  );
}

function Toggle({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      fw={400}
      className={styles.toggle ?? ''}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
