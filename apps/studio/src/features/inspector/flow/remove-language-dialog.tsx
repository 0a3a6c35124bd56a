import { Checkbox } from '@mantine/core';
import type { Flow } from '@gatherline/flow';
import { useState } from 'react';
import { languagesOf, textsIn, useEditorApi } from '../../../store/index.ts';
import { ConfirmDialog, languageName } from '../../../ui/index.ts';

interface Props {
  readonly flow: Flow;
  readonly language: string;
  readonly onClose: () => void;
}

/** Asks what becomes of the texts in a language that the flow speaks no more. */
export function RemoveLanguageDialog({ flow, language, onClose }: Props) {
  const { setLanguages } = useEditorApi().getState();
  const [dropTexts, setDropTexts] = useState(false);
  const count = textsWrittenIn(flow, language);
  const texts = count === 1 ? '1 text is' : `${count} texts are`;
  const name = languageName(language);
  const remove = () => {
    const left = languagesOf(flow).filter((other) => other !== language);
    setLanguages(left, { dropTexts });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={`Stop speaking ${name}?`}
      action={`Remove ${name}`}
      dangerous={dropTexts}
      onConfirm={remove}
      onClose={onClose}
    >
      <p style={{ margin: '0 0 12px' }}>
        {texts} written in {name}. {count === 1 ? 'It stays' : 'They stay'} in the file, unheard, until you
        add the language again.
      </p>
      <Checkbox
        size="sm"
        label={count === 1 ? 'Delete this text too' : `Delete these ${count} texts too`}
        checked={dropTexts}
        onChange={(event) => setDropTexts(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}

/** How many texts have words in a language. */
export function textsWrittenIn(flow: Flow, language: string): number {
  return textsIn(flow).filter(({ text }) => typeof text === 'object' && (text[language] ?? '') !== '').length;
}
