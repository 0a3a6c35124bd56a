import { ActionIcon, Kbd, Modal, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import styles from './shortcuts-button.module.css';
import { shortcutGroups } from './shortcuts.ts';
import { isTyping } from '../ui/index.ts';

/** The list of all keys; a question mark opens it. */
export function ShortcutsButton() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Tooltip label="Keys (?)">
        <ActionIcon variant="subtle" color="gray" size={36} aria-label="Keys" onClick={() => setOpen(true)}>
          <IconKeyboard size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Keys"
        size="xl"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={styles.shortcuts}>
          {shortcutGroups.map(({ title, shortcuts }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {shortcuts.map(({ keys, does }) => (
                  <div key={keys}>
                    <dt>
                      {keys.split(' ').map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Modal>
    </>
  );
}
