import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

/** A text of the JSON tab that is not applied yet. `base` is what the tab showed when the typing began. */
export interface JsonDraft {
  readonly text: string;
  readonly base: string;
}

interface JsonDrafts {
  readonly drafts: Readonly<Record<string, JsonDraft>>;
}

/** What was typed and can't be applied outlives the panel, and a reload of this tab of the browser. */
export const useJsonDrafts = create<JsonDrafts>()(
  persist((): JsonDrafts => ({ drafts: {} }), {
    name: 'gatherline.json-drafts',
    storage: createJSONStorage(() => sessionStorage),
  }),
);

/** The name of a step's draft; ids hold no slash. */
export function draftKey(flow: string, node: string): string {
  return `${flow}/${node}`;
}

export function keepDraft(key: string, draft: JsonDraft): void {
  useJsonDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }));
}

export function dropDraft(key: string): void {
  useJsonDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key)),
  }));
}

/** A step that gets another id takes its draft along. */
export function moveDraft(from: string, to: string): void {
  const draft = useJsonDrafts.getState().drafts[from];
  if (draft === undefined) return;
  dropDraft(from);
  keepDraft(to, draft);
}
