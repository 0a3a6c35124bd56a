import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { FieldWords } from './field-props.ts';
import styles from './field-frame.module.css';

/** A small button beside a label: its tooltip opens by mouse, keyboard and touch. */
export function HelpTip({ label, help, example, technical }: FieldWords) {
  const hint = (
    <div className={styles.tip}>
      {help !== undefined && <div>{help}</div>}
      {example !== undefined && <div className={styles.tipExample}>For example: {example}</div>}
      {technical !== undefined && <div className={styles.tipTechnical}>{technical}</div>}
    </div>
  );
  return (
    <Tooltip
      label={hint}
      multiline
      w={280}
      withArrow
      position="left"
      events={{ hover: true, focus: true, touch: true }}
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={`About ${label}`}
        className={styles.help}
      >
        <IconInfoCircle size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
