import { Autocomplete, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLAttributes, ReactNode } from 'react';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, wordsOf } from './field-props.ts';
import { type InsertGroup, InsertMenu } from './insert-menu.tsx';
import styles from './text-field.module.css';
import { useInsertion } from './use-insertion.ts';

export interface TextFieldProps extends FieldProps<string> {
  /** Several lines that grow with the text, one line, hidden, or a monospaced block. */
  readonly as?: 'line' | 'multiline' | 'secret' | 'code' | undefined;
  readonly placeholder?: string | undefined;
  /** Shows a counter once the text comes near it. */
  readonly maxCharacters?: number | undefined;
  /** Stands before the counter, at the end of the label's line. */
  readonly extra?: ReactNode;
  /** Values that may be put in at the caret. */
  readonly insert?: (() => readonly InsertGroup[]) | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** Has the keyboard when the dialog it is in opens. */
  readonly isFirst?: boolean | undefined;
  /** An empty text is kept as a text and not taken as "nothing". */
  readonly keepEmpty?: boolean | undefined;
}

/** A text on one line or on several. */
export function TextField(props: TextFieldProps) {
  const {
    as = 'line',
    value,
    onChange,
    onCommit,
    maxCharacters,
    insert,
    disabled,
    keepEmpty = false,
  } = props;
  const text = value ?? '';
  const write = (next: string) => onChange(next === '' && !keepEmpty ? undefined : next);
  const { hold, insert: put } = useInsertion(text, write);
  const menu = insert !== undefined && (
    <InsertMenu label={props.label} groups={insert} disabled={disabled} onInsert={put} />
  );
  // A field without a line for its label has the menu inside.
  const inside = props.labelHidden === true && insert !== undefined;
  const aside = (
    <>
      {props.extra}
      <Counter length={text.length} limit={maxCharacters} />
      {!inside && menu}
    </>
  );
  return (
    <FieldFrame {...wordsOf(props)} aside={aside}>
      {(names) => {
        const shared = {
          ...names,
          value: text,
          placeholder: props.placeholder ?? '',
          disabled: disabled ?? false,
          error: props.error !== undefined,
          onBlur: () => onCommit?.(),
          size: 'sm',
          'data-autofocus': props.isFirst === true ? true : undefined,
          ...(inside
            ? { rightSection: menu, rightSectionWidth: 34, classNames: { section: styles.inside ?? '' } }
            : {}),
        } as const;
        if (as === 'multiline' || as === 'code') {
          return (
            <Textarea
              {...shared}
              ref={hold}
              autosize
              minRows={2}
              maxRows={14}
              spellCheck={as !== 'code'}
              classNames={{ input: as === 'code' ? (styles.code ?? '') : '', section: styles.inside ?? '' }}
              onChange={(event) => write(event.currentTarget.value)}
            />
          );
        }
        if (as === 'secret') {
          return <PasswordInput {...shared} onChange={(event) => write(event.currentTarget.value)} />;
        }
        if (props.suggestions !== undefined) {
          return (
            <Autocomplete {...shared} ref={hold} data={[...props.suggestions]} onChange={write} limit={60} />
          );
        }
        return (
          <TextInput
            {...shared}
            ref={hold}
            inputMode={props.inputMode}
            onChange={(event) => write(event.currentTarget.value)}
          />
        );
      }}
    </FieldFrame>
  );
}

function Counter({ length, limit }: { readonly length: number; readonly limit: number | undefined }) {
  if (limit === undefined || length < limit * 0.8) return null;
  return (
    <span className={length > limit ? styles.over : undefined}>
      {length} of {limit}
    </span>
  );
}
