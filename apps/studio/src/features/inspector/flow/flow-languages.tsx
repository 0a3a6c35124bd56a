import { DEFAULT_VOICE, type Flow } from '@gatherline/flow';
import { useState } from 'react';
import { languagesOf, useEditorApi } from '../../../store/index.ts';
import {
  ChoiceField,
  commonLanguages,
  LanguageMenu,
  languageName,
  ListField,
  TextField,
} from '../../../ui/index.ts';
import type { Messages } from '../form/field-problems.ts';
import { RemoveLanguageDialog, textsWrittenIn } from './remove-language-dialog.tsx';
import styles from '../fields/rows.module.css';
import { useSpeakToo } from '../fields/spoken-languages.ts';
import { knownVoices } from '../fields/voices.ts';

interface Props {
  readonly flow: Flow;
  readonly disabled: boolean;
  readonly messagesOf: (path: readonly string[]) => Messages & { readonly at: string };
}

/** The languages a flow speaks, in order, each with its voice. */
export function FlowLanguages({ flow, disabled, messagesOf }: Props) {
  const { commitField, setLanguages, setSettings } = useEditorApi().getState();
  const speakToo = useSpeakToo();
  const languages = languagesOf(flow);
  const shared = { disabled, onCommit: commitField };
  return (
    <>
      {languages.length === 1 ? (
        <div>
          <ChoiceField
            {...shared}
            {...messagesOf(['settings', 'language'])}
            label="Language"
            help="The language callers hear unless a step says otherwise."
            technical="In the file: settings.language"
            options={commonLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
            placeholder={languageName('en-US')}
            value={flow.settings.language ?? flow.settings.languages?.[0]}
            onChange={(next) => setLanguages(next === undefined ? [] : [next])}
          />
          {!disabled && (
            <LanguageMenu
              label="Speak another language too"
              describes="this flow"
              taken={languages}
              onChoose={speakToo}
            />
          )}
        </div>
      ) : (
        <Languages flow={flow} languages={languages} disabled={disabled} messagesOf={messagesOf} />
      )}
      <TextField
        {...shared}
        {...messagesOf(['settings', 'voice'])}
        label="Voice"
        help={
          languages.length === 1
            ? 'The voice that reads every text unless a step names its own.'
            : 'The voice for languages that have none of their own.'
        }
        technical="In the file: settings.voice. Written as provider.model.voice"
        placeholder={`Default: ${DEFAULT_VOICE}`}
        suggestions={knownVoices}
        value={flow.settings.voice}
        onChange={(next) => setSettings(['voice'], next)}
      />
    </>
  );
}

interface ListProps extends Props {
  readonly languages: readonly string[];
}

function Languages({ flow, languages, disabled, messagesOf }: ListProps) {
  const { commitField, setLanguages, setSettings } = useEditorApi().getState();
  const speakToo = useSpeakToo();
  const [leaving, setLeaving] = useState<string | null>(null);
  const change = (next: readonly string[]) => {
    const removed = languages.find((language) => !next.includes(language));
    if (removed !== undefined && textsWrittenIn(flow, removed) > 0) setLeaving(removed);
    else setLanguages(next);
  };
  return (
    <>
      <ListField
        {...messagesOf(['settings', 'languages'])}
        label="Languages"
        help="What this flow speaks. The first language is taken until a step or the call chooses another."
        technical="In the file: settings.languages, settings.voices"
        items={languages}
        itemName="language"
        disabled={disabled}
        newItem={undefined}
        add={
          <LanguageMenu
            label="Add language"
            describes="this flow"
            isProminent
            taken={languages}
            disabled={disabled}
            onChoose={speakToo}
          />
        }
        onChange={change}
        onCommit={commitField}
        renderItem={(language, index) => (
          <div className={styles.stack}>
            <span className={styles.language}>
              {languageName(language)}
              {index === 0 && <span className={styles.badge}>default</span>}
            </span>
            <TextField
              label={`Voice for ${languageName(language)}`}
              labelHidden
              disabled={disabled}
              {...messagesOf(['settings', 'voices', language])}
              placeholder={`Voice: ${flow.settings.voice ?? DEFAULT_VOICE}`}
              suggestions={knownVoices}
              value={flow.settings.voices?.[language]}
              onChange={(next) => setSettings(['voices', language], next)}
              onCommit={commitField}
            />
          </div>
        )}
      />
      {leaving !== null && (
        <RemoveLanguageDialog flow={flow} language={leaving} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}
