import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what will happen: "Delete", "Replace". */
  readonly action: string;
  readonly dangerous?: boolean;
  readonly busy?: boolean;
  readonly error?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that can't be taken back. The keyboard begins on Cancel. */
export function ConfirmDialog(props: Props) {
  const {
    opened,
    title,
    children,
    action,
    dangerous = false,
    busy = false,
    error,
    onConfirm,
    onClose,
  } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Text size="sm" component="div">
        {children}
      </Text>
      {error !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" mt="sm" role="alert">
          {error}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button {...(dangerous ? { color: 'red.8' } : {})} loading={busy} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
