import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBook, IconInfoCircle } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import styles from './reference.module.css';

const ReferenceDrawer = lazy(async () => ({
  default: (await import('./reference-drawer.tsx')).ReferenceDrawer,
}));

interface Props {
  readonly type: string;
  readonly title: string;
  readonly help: string;
  /** Telnyx's name of the action behind the step. */
  readonly action: string | undefined;
}

/** What a kind of step does, in two sentences, and the way to everything about it; F1 goes there at once. */
export function NodeHelp({ type, title, help, action }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [isReading, setReading] = useState(false);
  const read = useCallback(() => {
    setOpen(false);
    setReading(true);
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      read();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [read]);
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        width={290}
        position="bottom-end"
        shadow="md"
        withArrow
        trapFocus
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`About ${title}`}
            onClick={() => setOpen(!isOpen)}
          >
            <IconInfoCircle size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={styles.help}>
          <p>{help}</p>
          {action !== undefined && <p className={styles.action}>Telnyx: {action}</p>}
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconBook size={15} aria-hidden />}
            onClick={read}
          >
            Everything about this step
          </Button>
        </Popover.Dropdown>
      </Popover>
      {isReading && (
        <Suspense>
          <ReferenceDrawer type={type} title={title} onClose={() => setReading(false)} />
        </Suspense>
      )}
    </>
  );
}
