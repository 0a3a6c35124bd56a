import { ActionIcon, Button, Menu, Tabs, Tooltip } from '@mantine/core';
import { IconLanguage, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type FieldProps, wordsOf } from './field-props.ts';
import { languageName } from './languages.ts';
import { type LocalizedText, withLanguage, withoutLanguage } from './localized-text.ts';
import styles from './localized-text-field.module.css';
import { TextField, type TextFieldProps } from './text-field.tsx';

type Text = Pick<TextFieldProps, 'as' | 'placeholder' | 'maxCharacters' | 'insert'>;

interface Props extends FieldProps<LocalizedText>, Text {
  /** The language a plain text is in. */
  readonly baseLanguage: string;
  /** Languages offered first; any of them may be added. */
  readonly languages: readonly string[];
}

/** A text for everybody, or one for each language on tabs. */
export function LocalizedTextField(props: Props) {
  const { value, onChange, onCommit, baseLanguage, languages, label } = props;
  const text: Text = {
    as: props.as,
    placeholder: props.placeholder,
    maxCharacters: props.maxCharacters,
    insert: props.insert,
  };
  const tags = typeof value === 'object' ? Object.keys(value) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const active = chosen !== null && tags.includes(chosen) ? chosen : (tags[0] ?? baseLanguage);
  const add = (language: string) => {
    onChange(withLanguage(value, baseLanguage, language));
    onCommit?.();
    setChosen(language);
  };
  const offered = languages.filter(
    (language) => !tags.includes(language) && (tags.length > 0 || language !== baseLanguage),
  );
  if (typeof value !== 'object') {
    return (
      <div className={styles.plain}>
        <TextField {...wordsOf(props)} {...text} value={value} onChange={onChange} onCommit={onCommit} />
        <AddLanguage label={label} languages={offered} disabled={props.disabled} onAdd={add} />
      </div>
    );
  }
  return (
    <div data-field={props.at} className={styles.texts}>
      <Tabs value={active} onChange={setChosen} keepMounted={false} variant="outline">
        <div className={styles.tabs}>
          <Tabs.List aria-label={`Languages of ${label}`} className={styles.list}>
            {tags.map((tag) => (
              <Tabs.Tab key={tag} value={tag} className={styles.tab}>
                {languageName(tag)}
                {value[tag] === '' && ' (missing)'}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <AddLanguage label={label} languages={offered} disabled={props.disabled} onAdd={add} compact />
        </div>
        <Tabs.Panel value={active}>
          <TextField
            {...wordsOf(props)}
            {...text}
            label={`${label} (${languageName(active)})`}
            at={undefined}
            value={value[active]}
            onChange={(next) => onChange({ ...value, [active]: next ?? '' })}
            onCommit={onCommit}
          />
        </Tabs.Panel>
      </Tabs>
      <RemoveLanguage
        language={active}
        disabled={props.disabled}
        onRemove={() => {
          onChange(withoutLanguage(value, active));
          onCommit?.();
        }}
      />
    </div>
  );
}

interface RemoveProps {
  readonly language: string;
  readonly disabled: boolean | undefined;
  readonly onRemove: () => void;
}

function RemoveLanguage({ language, disabled, onRemove }: RemoveProps) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      className={styles.add}
      disabled={disabled ?? false}
      leftSection={<IconX size={13} aria-hidden />}
      onClick={onRemove}
    >
      Remove {languageName(language)}
    </Button>
  );
}

interface AddProps {
  readonly label: string;
  readonly languages: readonly string[];
  readonly disabled: boolean | undefined;
  readonly onAdd: (language: string) => void;
  readonly compact?: boolean;
}

function AddLanguage({ label, languages, disabled, onAdd, compact = false }: AddProps) {
  const name = `Add a language to ${label}`;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        {compact ? (
          <Tooltip label="Add a language">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              m={3}
              disabled={disabled ?? false}
              aria-label={name}
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            className={styles.add}
            disabled={disabled ?? false}
            aria-label={name}
            leftSection={<IconLanguage size={14} aria-hidden />}
          >
            Add a language
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: 'auto' }}>
        {languages.map((language) => (
          <Menu.Item key={language} onClick={() => onAdd(language)}>
            {languageName(language)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
