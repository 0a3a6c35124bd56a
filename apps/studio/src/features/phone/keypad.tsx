import { UnstyledButton } from '@mantine/core';
import styles from './phone.module.css';

interface Props {
  readonly disabled: boolean;
  readonly onPress: (key: string) => void;
}

const keys: readonly (readonly [string, string])[] = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', ''],
  ['#', ''],
];

/** The twelve keys. */
export function Keypad({ disabled, onPress }: Props) {
  return (
    <div className={styles.keypad} role="group" aria-label="Keypad">
      {keys.map(([key, letters]) => (
        <UnstyledButton
          key={key}
          className={styles.key}
          disabled={disabled}
          aria-label={`Key ${key}`}
          onClick={() => onPress(key)}
        >
          <span className={styles.digit}>{key}</span>
          <span className={styles.letters} data-letters={letters} />
        </UnstyledButton>
      ))}
    </div>
  );
}
