import type { Flow } from '@gatherline/flow';
import type { Editing } from './editing.ts';
import type { EditorGet, EditorSet } from '../state.ts';

/** What the actions on the open document work with. */
export interface DocumentDependencies {
  readonly set: EditorSet;
  readonly get: EditorGet;
  readonly editing: Editing;
  /** Where the person is. */
  readonly timeZone: string;
  /** Called when another document takes the place of this one. */
  readonly onOpen: (flow: Flow | null, revision: number, readOnly: boolean) => void;
}
