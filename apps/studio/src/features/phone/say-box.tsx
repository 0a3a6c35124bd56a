import { ActionIcon, TextInput } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';

interface Props {
  readonly disabled: boolean;
  readonly onSay: (text: string) => void;
}

/** What the caller says, typed: an assistant hears it as if it had been spoken. */
export function SayBox({ disabled, onSay }: Props) {
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        size="sm"
        aria-label="Say something"
        placeholder="Say something…"
        value={text}
        maxLength={3000}
        disabled={disabled}
        onChange={(event) => setText(event.currentTarget.value)}
        rightSection={
          <ActionIcon
            type="submit"
            variant="subtle"
            size={26}
            disabled={disabled || text.trim() === ''}
            aria-label="Say it"
          >
            <IconSend2 size={16} aria-hidden />
          </ActionIcon>
        }
      />
    </form>
  );
}
