import { Textarea } from '@mantine/core';
import type { Json } from '@gatherline/flow';
import { useState } from 'react';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, wordsOf } from './field-props.ts';
import { complaintInWords, type JsonShape, readJsonText } from './json-text.ts';
import styles from './text-field.module.css';

interface Props extends FieldProps<Json> {
  readonly shape: JsonShape;
  /** Says what is wrong with a value that is JSON. */
  readonly check?: ((value: Json | undefined) => string | undefined) | undefined;
  readonly minRows?: number | undefined;
  readonly maxRows?: number | undefined;
}

/** JSON as text. What is not JSON yet stays in the field and is not stored. */
export function JsonField(props: Props) {
  const { value, onChange, onCommit, shape, check, disabled } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const read = readJsonText(text, shape);
  const complaint = read.ok
    ? draft === null
      ? undefined
      : check?.(read.value)
    : complaintInWords(read, text);
  const write = (next: string) => {
    setDraft(next);
    const result = readJsonText(next, shape);
    if (result.ok && check?.(result.value) === undefined) onChange(result.value);
  };
  return (
    <FieldFrame {...wordsOf(props)} error={complaint ?? props.error}>
      {(names) => (
        <Textarea
          {...names}
          size="sm"
          autosize
          minRows={props.minRows ?? 3}
          maxRows={props.maxRows ?? 24}
          spellCheck={false}
          classNames={{ input: styles.code ?? '' }}
          value={text}
          disabled={disabled ?? false}
          error={(complaint ?? props.error) !== undefined}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={() => {
            if (complaint === undefined) setDraft(null);
            onCommit?.();
          }}
        />
      )}
    </FieldFrame>
  );
}
