import { UnstyledButton } from '@mantine/core';
import { type CallerText, type Json, withWords } from '@gatherline/flow';
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import {
  type Editor,
  type EditorState,
  type FlowText,
  useEditor,
  useEditorApi,
} from '../../../store/index.ts';
import { languageName } from '../../../ui/index.ts';
import styles from './texts.module.css';
import { type TextRow, wordsIn } from './texts-rows.ts';

interface Props {
  readonly rows: readonly TextRow[];
  readonly languages: readonly string[];
  /** The person goes to the step a text belongs to. */
  readonly onJump: () => void;
}

const readOnlyOf = (state: EditorState) => state.readOnly;

/** Texts one below the other, languages side by side. */
export function TextsTable({ rows, languages, onJump }: Props) {
  const editor = useEditorApi();
  const readOnly = useEditor(readOnlyOf);
  return (
    <div className={styles.scroll} tabIndex={-1}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.place}>
              Where
            </th>
            {languages.map((language, index) => (
              <th key={language} scope="col">
                {languageName(language)}
                {index === 0 && languages.length > 1 && <span className={styles.usual}> default</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles.place}>
                <UnstyledButton
                  className={styles.jump}
                  onClick={() => {
                    onJump();
                    jumpTo(editor, row.text);
                  }}
                >
                  {row.place}
                </UnstyledButton>
                <span className={styles.field}>{row.text.title}</span>
              </th>
              {languages.map((language) => (
                <Cell
                  key={language}
                  text={row.text}
                  place={row.place}
                  language={language}
                  languages={languages}
                  isLacking={row.lacking.includes(language)}
                  readOnly={readOnly}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly text: FlowText;
  readonly place: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly isLacking: boolean;
  readonly readOnly: boolean;
}

const Cell = memo(function Cell({ text, place, language, languages, isLacking, readOnly }: CellProps) {
  const editor = useEditorApi();
  const usual = languages[0] ?? language;
  const words = wordsIn(text.text, language, usual);
  const instead = language === usual ? '' : wordsIn(text.text, usual, usual);
  const limit = text.control.maxCharacters;
  return (
    <td data-lacking={isLacking || undefined}>
      <textarea
        className={styles.words}
        aria-label={`${text.title} of ${place} in ${languageName(language)}`}
        aria-invalid={isLacking || undefined}
        lang={language}
        rows={rowsFor(words === '' ? instead : words)}
        value={words}
        placeholder={instead}
        readOnly={readOnly}
        maxLength={limit}
        onChange={(event) => {
          const written = event.currentTarget.value;
          write(
            editor,
            text,
            withWords(text.text, { language, languages, words: written === '' ? undefined : written }),
          );
        }}
        onBlur={() => editor.getState().commitField()}
      />
      {isLacking && (
        <span className={styles.lacking}>
          <IconAlertTriangle size={13} aria-hidden /> missing
        </span>
      )}
    </td>
  );
});

const CHARACTERS_A_LINE = 44;

/** A guess for browsers that can't size a field by its content. */
function rowsFor(words: string): number {
  return Math.min(12, Math.max(2, Math.ceil(words.length / CHARACTERS_A_LINE)));
}

function write(editor: Editor, { node, at }: FlowText, text: CallerText | undefined): void {
  const { setParam, setSettings } = editor.getState();
  const value: Json | undefined = text;
  if (node === null) setSettings(at.slice(1), value);
  else setParam(node, at.slice(1), value);
}

function jumpTo(editor: Editor, { node, at }: FlowText): void {
  if (node !== null) editor.getState().revealField(node, at);
}
