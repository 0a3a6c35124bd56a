import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCopy, IconX } from '@tabler/icons-react';
import styles from './localized-text-field.module.css';

interface Props {
  /** The field with its language, for screen readers. */
  readonly name: string;
  readonly mark: string | undefined;
  readonly isMissing: boolean;
  readonly disabled: boolean;
  /** Words of other languages that may be copied here. */
  readonly sources: readonly { readonly name: string; readonly words: string }[];
  readonly onCopy: (words: string) => void;
  /** Takes these words away; only for a language that is no longer spoken. */
  readonly onRemove: (() => void) | undefined;
}

/** Beside the name of a language: whether its words are missing, and where to copy some from. */
export function LanguageTools({ name, mark, isMissing, disabled, sources, onCopy, onRemove }: Props) {
  return (
    <>
      {mark !== undefined && (
        <span className={isMissing ? styles.missing : styles.mark}>
          {isMissing && <IconAlertTriangle size={13} aria-hidden />}
          {mark}
        </span>
      )}
      {sources.length > 0 && onRemove === undefined && (
        <Menu position="bottom-end" withinPortal shadow="md">
          <Menu.Target>
            <Tooltip label="Copy from another language">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                disabled={disabled}
                aria-label={`Copy into ${name}`}
              >
                <IconCopy size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {sources.map((source) => (
              <Menu.Item key={source.name} onClick={() => onCopy(source.words)}>
                Copy from {source.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {onRemove !== undefined && (
        <Tooltip label="Remove these words">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            disabled={disabled}
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
