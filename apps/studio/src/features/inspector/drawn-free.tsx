import { isJsonObject, type Json } from '@gatherline/flow';
import { JsonField, RecordField } from '../../ui/index.ts';
import type { Drawn } from './drawing.ts';
import { insertions } from './insertions.ts';
import { KindedValue } from './kinded-value.tsx';
import { entryName } from './wording.ts';

/** An object whose content nobody prescribes: free names, each with a text, a number, yes or no, or JSON. */
export function DrawnFree({ field, words, value, disabled, onChange, onCommit }: Drawn) {
  if (value !== undefined && !isJsonObject(value))
    return <JsonField {...words} shape="object" value={value} onChange={onChange} onCommit={onCommit} />;
  return (
    <RecordField<Json>
      {...words}
      entries={value ?? {}}
      entryName={entryName(field.title)}
      disabled={disabled}
      newValue={() => ''}
      onChange={(next) => onChange(Object.keys(next).length === 0 && !field.required ? undefined : next)}
      onCommit={onCommit}
      renderValue={(held, name, replace) => (
        <KindedValue
          name={name}
          value={held}
          disabled={disabled}
          insert={insertions}
          onChange={replace}
          onCommit={onCommit}
        />
      )}
    />
  );
}
