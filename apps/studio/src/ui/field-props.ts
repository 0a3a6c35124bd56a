/** What is written around a field. `technical` is its name for engineers and is shown in the help only. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string | undefined;
  readonly example?: string | undefined;
  readonly technical?: string | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** The label is read out but not drawn: for a field inside a row that already says what it is. */
  readonly labelHidden?: boolean | undefined;
  /** Where the value lives, such as `params.payload`; a panel finds the field by it. */
  readonly at?: string | undefined;
}

/** `onChange` comes with every keystroke, `onCommit` when the person leaves the field. */
export interface FieldProps<Value> extends FieldWords {
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly onCommit?: (() => void) | undefined;
}

/** The words of a field alone, out of its props. */
export function wordsOf(props: FieldWords): FieldWords {
  const { label, help, example, technical, required, error, warning, disabled, labelHidden, at } = props;
  return { label, help, example, technical, required, error, warning, disabled, labelHidden, at };
}
