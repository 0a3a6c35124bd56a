import { lint } from '@gatherline/linter';
import { createEditor, type Editor } from './editor.ts';
import { createKeptDrafts } from './saving/kept-drafts.ts';

/** An editor with the browser's clock, storage and time zone. */
export function createBrowserEditor(): Editor {
  return createEditor({
    lint,
    now: () => Date.now(),
    schedule(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    keptDrafts: createKeptDrafts(() => localStorage),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}
