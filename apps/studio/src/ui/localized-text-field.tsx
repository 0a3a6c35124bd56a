import { type CallerText, type Served, servedIn, withWords } from '@gatherline/flow';
import { type FieldProps, wordsOf } from './field-props.ts';
import { GroupFrame } from './group-frame.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { languageName } from './languages.ts';
import { LanguageTools } from './language-tools.tsx';
import styles from './localized-text-field.module.css';
import { TextField, type TextFieldProps } from './text-field.tsx';

type Text = Pick<TextFieldProps, 'as' | 'placeholder' | 'maxCharacters' | 'insert'>;

interface Messages {
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

interface Props extends FieldProps<CallerText>, Text {
  /** The languages in which texts are written, the usual one first; one makes it a plain field. */
  readonly languages: readonly string[];
  /** What is wrong with the words of one language. */
  readonly messagesIn?: ((language: string) => Messages) | undefined;
  /** Adds a language to all texts; without it none can be added here. */
  readonly onAddLanguage?: ((language: string) => void) | undefined;
}

/** A text for everybody, or the words for each language side by side, with what is missing marked. */
export function LocalizedTextField(props: Props) {
  const { value, languages } = props;
  const tags = tagsOf(value, languages);
  if (tags.length < 2) return <PlainText {...props} language={tags[0] ?? 'en-US'} />;
  return (
    <GroupFrame {...wordsOf(props)}>
      <div className={styles.languages}>
        {tags.map((language) => (
          <Words key={language} {...props} language={language} others={tags} />
        ))}
      </div>
    </GroupFrame>
  );
}

/** Languages that the text has and nobody speaks any more are shown after those that are spoken. */
function tagsOf(value: CallerText | undefined, languages: readonly string[]): readonly string[] {
  const written = typeof value === 'object' ? Object.keys(value) : [];
  return [...new Set([...languages, ...written])];
}

interface WordsProps extends Props {
  readonly language: string;
  readonly others: readonly string[];
}

function Words({ language, others, ...props }: WordsProps) {
  const { value, languages, onChange, onCommit, as, maxCharacters, insert, disabled } = props;
  const write = (words: string | undefined) => onChange(withWords(value, { language, words, languages }));
  const usual = languages[0] ?? language;
  const served = servedIn(value, language, usual);
  const isSpoken = languages.includes(language);
  const name = languageName(language);
  return (
    <TextField
      {...{ as, maxCharacters, insert, disabled, onCommit }}
      {...props.messagesIn?.(language)}
      label={name}
      at={props.at === undefined ? undefined : `${props.at}.${language}`}
      placeholder={placeholderFor(props, language, served)}
      value={wordsIn(value, language, usual)}
      onChange={write}
      extra={
        <LanguageTools
          name={`${props.label} (${name})`}
          mark={isSpoken ? (isNeeded(value) ? marks[served] : undefined) : 'not in use'}
          isMissing={isSpoken && marks[served] === marks.missing}
          disabled={disabled ?? false}
          sources={sourcesFor(value, language, others, usual)}
          onCopy={(words) => {
            write(words);
            onCommit?.();
          }}
          onRemove={
            isSpoken
              ? undefined
              : () => {
                  write(undefined);
                  onCommit?.();
                }
          }
        />
      }
    />
  );
}

/** One text for all stands in the field of the usual language. */
function wordsIn(value: CallerText | undefined, language: string, usual: string): string | undefined {
  if (typeof value === 'string') return language === usual ? value : undefined;
  return value?.[language];
}

const marks: Readonly<Record<Served, string | undefined>> = {
  own: undefined,
  region: 'as in another region',
  shared: 'the same for all',
  usual: 'missing',
  missing: 'missing',
};

/** A text that stands nowhere yet lacks no language. */
function isNeeded(value: CallerText | undefined): boolean {
  return typeof value === 'object' || (value ?? '').trim() !== '';
}

/** What stands in for this language as long as nothing is written in it. */
function placeholderFor(props: Props, language: string, served: Served): string | undefined {
  const { value, languages, placeholder } = props;
  const usual = languages[0] ?? language;
  const instead = language === usual ? undefined : wordsIn(value, usual, usual);
  return instead === undefined || served === 'own' ? placeholder : `Without it: ${instead}`;
}

function sourcesFor(
  value: CallerText | undefined,
  language: string,
  others: readonly string[],
  usual: string,
): readonly { readonly name: string; readonly words: string }[] {
  return others.flatMap((other) => {
    const words = other === language ? undefined : wordsIn(value, other, usual);
    return words === undefined || words.trim() === '' ? [] : [{ name: languageName(other), words }];
  });
}

/** The words of the only language; they may stand in the file under its tag. */
function PlainText({ language, ...props }: Props & { readonly language: string }) {
  const { value, languages, onChange, onCommit, onAddLanguage, label, disabled } = props;
  const { as, placeholder, maxCharacters, insert } = props;
  return (
    <div className={styles.plain}>
      <TextField
        {...wordsOf(props)}
        {...{ as, placeholder, maxCharacters, insert, onCommit }}
        value={typeof value === 'object' ? value[language] : value}
        onChange={(words) => onChange(withWords(value, { language, words, languages }))}
      />
      {onAddLanguage !== undefined && disabled !== true && (
        <LanguageMenu
          label="In several languages"
          describes={label}
          taken={[language]}
          onChoose={onAddLanguage}
        />
      )}
    </div>
  );
}
