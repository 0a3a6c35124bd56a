import { type CallerText, type Flow, withWords } from '@gatherline/flow';
import type { DocumentDependencies } from './document-dependencies.ts';
import { recordAt, withValueAt } from './json-paths.ts';
import { languageSettings, languagesOf, textsIn } from './languages.ts';
import type { DocumentSlice } from '../state.ts';

/** What the languages of a flow are, and what becomes of the texts in them. */
export function createLanguageActions({
  get,
  editing,
}: Pick<DocumentDependencies, 'get' | 'editing'>): Pick<DocumentSlice, 'setLanguages'> {
  return {
    setLanguages(languages, options) {
      const { flow } = get();
      if (flow === null) return;
      const isDropping = options?.dropTexts === true;
      const gone = isDropping ? languagesOf(flow).filter((language) => !languages.includes(language)) : [];
      editing.edit('Languages of the flow changed', (draft) => {
        delete draft.settings.language;
        delete draft.settings.languages;
        Object.assign(draft.settings, languageSettings(languages));
        if (gone.length > 0) dropTexts(flow, draft, { gone, languages });
      });
    },
  };
}

interface Drop {
  readonly gone: readonly string[];
  /** Those that stay. */
  readonly languages: readonly string[];
}

/** Positions of the texts come from `flow`, changes go to `draft`. */
function dropTexts(flow: Flow, draft: Flow, { gone, languages }: Drop): void {
  for (const language of gone) delete draft.settings.voices?.[language];
  for (const { node, at, text } of textsIn(flow)) {
    const isWritten = typeof text === 'object' && gone.some((language) => language in text);
    if (!isWritten) continue;
    const left = gone.reduce<CallerText | undefined>(
      (words, language) => withWords(words, { language, words: undefined, languages }),
      text,
    );
    const target = node === null ? undefined : draft.nodes[node];
    if (node === null) writeApology(draft, left);
    else if (target !== undefined) target.params = recordAt(withValueAt(target.params, at.slice(1), left));
  }
}

function writeApology(draft: Flow, apology: CallerText | undefined): void {
  delete draft.settings.apology;
  if (apology !== undefined) draft.settings.apology = typeof apology === 'string' ? apology : { ...apology };
}
