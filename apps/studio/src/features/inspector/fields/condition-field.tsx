import { Button, Tooltip } from '@mantine/core';
import { conditionComplaint, type ConditionRow } from '@gatherline/flow';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type FieldWords, GroupFrame, TextField } from '../../../ui/index.ts';
import { blankRow, rowsFor, textOfRows } from './condition-draft.ts';
import { ConditionRowInputs } from './condition-row-inputs.tsx';
import { useFieldContext } from '../form/field-context.ts';
import { useInsertions } from '../form/insertions.ts';
import styles from './rows.module.css';

interface Props extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
}

/** A condition: rows to choose from, or the Liquid text where there is more to it. */
export function ConditionField({ value, onChange, ...words }: Props) {
  const { disabled, onCommit } = useFieldContext();
  const insertions = useInsertions();
  const [draft, setDraft] = useState<readonly ConditionRow[] | null>(null);
  const [isText, setText] = useState(false);
  const rows = rowsFor(value, draft);
  const complaint = value === '' ? undefined : (conditionComplaint(value) ?? undefined);
  if (rows === null || isText) {
    return (
      <TextField
        {...words}
        as="code"
        error={complaint ?? words.error}
        extra={<AsRows canShow={rows !== null} onClick={() => setText(false)} />}
        placeholder="nodes.ask.result.age > 17"
        example="nodes.ask.result.age > 17"
        insert={insertions.bare}
        value={value}
        keepEmpty
        onChange={onChange}
        onCommit={onCommit}
      />
    );
  }
  const write = (next: readonly ConditionRow[]) => {
    setDraft(next);
    const text = textOfRows(next);
    if (text !== value) onChange(text === '' ? undefined : text);
  };
  return (
    <GroupFrame
      {...words}
      aside={
        <Button variant="subtle" color="gray" size="compact-xs" fw={400} onClick={() => setText(true)}>
          As text
        </Button>
      }
    >
      <div className={styles.conditions}>
        {rows.map((row, index) => (
          <ConditionRowInputs
            key={index}
            row={row}
            name={`condition ${index + 1} of ${words.label}`}
            isFirst={index === 0}
            readables={insertions.named()}
            onChange={(next) => write(rows.map((old, at) => (at === index ? next : old)))}
            onRemove={
              rows.length > 1 || row.variable !== ''
                ? () => {
                    write(rows.length > 1 ? rows.filter((_, at) => at !== index) : [blankRow]);
                    onCommit();
                  }
                : undefined
            }
          />
        ))}
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={13} aria-hidden />}
        disabled={disabled || rows.some(({ variable }) => variable === '')}
        onClick={() => write([...rows, blankRow])}
      >
        and another
      </Button>
    </GroupFrame>
  );
}

function AsRows({ canShow, onClick }: { readonly canShow: boolean; readonly onClick: () => void }) {
  if (canShow)
    return (
      <Button variant="subtle" color="gray" size="compact-xs" fw={400} onClick={onClick}>
        As rows
      </Button>
    );
  return (
    <Tooltip label="Rows can only show comparisons joined by “and”." multiline maw={240}>
      <span>as text</span>
    </Tooltip>
  );
}
