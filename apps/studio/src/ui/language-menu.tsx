import { Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { commonLanguages, languageName } from './languages.ts';

interface Props {
  readonly label: string;
  /** What the languages are for, for screen readers. */
  readonly describes: string;
  readonly taken: readonly string[];
  /** Looks like a button rather than a note. */
  readonly isProminent?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onChoose: (language: string) => void;
}

/** A button that asks for one more language. */
export function LanguageMenu({ label, describes, taken, isProminent, disabled, onChoose }: Props) {
  return (
    <Menu position="bottom-start" withinPortal shadow="md">
      <Menu.Target>
        <Button
          variant={isProminent === true ? 'default' : 'subtle'}
          color="gray"
          size={isProminent === true ? 'xs' : 'compact-xs'}
          fw={isProminent === true ? 600 : 400}
          style={{ alignSelf: 'flex-start' }}
          disabled={disabled ?? false}
          aria-label={`${label}: ${describes}`}
          leftSection={<IconLanguage size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: 'auto' }}>
        <Menu.Label>Speak this language too</Menu.Label>
        {commonLanguages
          .filter((language) => !taken.includes(language))
          .map((language) => (
            <Menu.Item key={language} onClick={() => onChoose(language)}>
              {languageName(language)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
