import {
  type CallerText,
  type Flow,
  isJsonObject,
  type Json,
  type Problem,
  type TextControl,
} from '@gatherline/flow';
import { useEditor } from '../../../store/index.ts';
import {
  type Choice,
  ChoiceField,
  commonLanguages,
  LocalizedTextField,
  TextField,
} from '../../../ui/index.ts';
import { ConditionField } from '../fields/condition-field.tsx';
import type { Drawn } from './drawing.ts';
import { useFieldContext } from './field-context.ts';
import { type Messages, messagesAt } from './field-problems.ts';
import { useInsertions } from './insertions.ts';
import { spokenOf, useSpeakToo } from '../fields/spoken-languages.ts';
import { knownVoices } from '../fields/voices.ts';
import { placeholderOf } from './wording.ts';

/** A text: by language where it may be, with values to insert where it may hold them. */
export function DrawnText(props: Drawn<TextControl>) {
  const { field, words, value, path, onChange } = props;
  const { problems, onCommit } = useFieldContext();
  const { control } = field;
  const insertions = useInsertions();
  const speakToo = useSpeakToo();
  const languages = useEditor(spokenOf);
  const resources = useEditor((state) => (control.as === 'hours_name' ? state.flow?.resources : undefined));
  const shared = {
    as: control.as === 'multiline' || control.as === 'code' || control.as === 'secret' ? control.as : 'line',
    maxCharacters: control.maxCharacters,
    insert: control.template && control.as !== 'keys' ? insertions.templates : undefined,
    placeholder: placeholderOf(field) ?? hintFor(control),
    onCommit,
  } as const;
  if (control.as === 'keys' && control.mayBeEmpty) {
    return (
      <ChoiceField
        {...words}
        options={finishKeys}
        placeholder={shared.placeholder}
        value={typeof value === 'string' ? value : undefined}
        onChange={onChange}
        onCommit={onCommit}
      />
    );
  }
  if (control.as === 'condition') {
    return <ConditionField {...words} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
  }
  if (control.byLanguage) {
    return (
      <LocalizedTextField
        {...words}
        {...(isJsonObject(value) ? ownMessages(problems, path) : {})}
        {...shared}
        languages={languages}
        messagesIn={(language) => messagesAt(problems, [...path, language], true)}
        onAddLanguage={speakToo}
        value={localized(value)}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      {...words}
      {...shared}
      inputMode={inputModes[control.as]}
      suggestions={namesOfHours(resources) ?? suggestions(control)}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}

const finishKeys: readonly Choice<string>[] = [
  { value: '', label: 'None' },
  ...'#*0123456789'.split('').map((key) => ({ value: key, label: key })),
];

const inputModes: Readonly<Record<string, 'tel' | 'url'>> = { keys: 'tel', phone: 'tel', url: 'url' };

function hintFor({ as }: TextControl): string | undefined {
  if (as === 'phone') return '+13125550100';
  if (as === 'hours_name') return 'Only for hours that several flows share';
  return as === 'url' ? 'https://…' : undefined;
}

function suggestions({ as }: TextControl): readonly string[] | undefined {
  if (as === 'voice') return knownVoices;
  return as === 'language' ? commonLanguages : undefined;
}

function namesOfHours(resources: Flow['resources'] | undefined): readonly string[] | undefined {
  if (resources === undefined) return undefined;
  return Object.entries(resources).flatMap(([name, { type }]) => (type === 'hours' ? [name] : []));
}

/** What is wrong with the text as a whole; each language says the rest. */
function ownMessages(problems: readonly Problem[], path: Drawn['path']): Messages {
  return { error: undefined, warning: undefined, ...messagesAt(problems, path, false) };
}

function localized(value: Json | undefined): CallerText | undefined {
  if (typeof value === 'string') return value;
  if (!isJsonObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([tag, text]) => (typeof text === 'string' ? [[tag, text]] : [])),
  );
}
