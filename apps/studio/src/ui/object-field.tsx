import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { FieldMessage } from './field-frame.tsx';
import type { FieldWords } from './field-props.ts';
import { HelpTip } from './help-tip.tsx';
import styles from './object-field.module.css';

interface Props extends FieldWords {
  /** The fields stay folded away until somebody asks for them, or while nothing in them is set. */
  readonly folds?: boolean | undefined;
  readonly isSet?: boolean | undefined;
  readonly children: ReactNode;
}

/** Fields that belong together under one name. */
export function ObjectField(props: Props) {
  const { label, help, technical, error, warning, labelHidden, at, folds = false, isSet, children } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(!folds || isSet === true);
  return (
    <fieldset className={labelHidden === true || !isOpen ? styles.bare : styles.object} data-field={at}>
      <legend className={labelHidden === true ? styles.hidden : styles.legend}>
        {folds && labelHidden !== true ? (
          <UnstyledButton
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <IconChevronRight size={14} aria-hidden className={isOpen ? styles.open : styles.folded} />
            {label}
          </UnstyledButton>
        ) : (
          label
        )}
        {(help ?? technical) !== undefined && <HelpTip {...{ label, help, technical }} />}
        {folds && !isOpen && isSet === true && <span className={styles.set}>set</span>}
      </legend>
      {isOpen && (
        <div id={id} className={styles.fields}>
          {children}
        </div>
      )}
      <FieldMessage error={error} warning={warning} />
    </fieldset>
  );
}
