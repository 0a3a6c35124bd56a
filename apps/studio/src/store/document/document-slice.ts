import { createDeclaredActions } from './declared-actions.ts';
import type { DocumentDependencies } from './document-dependencies.ts';
import { createFieldActions } from './field-actions.ts';
import { createLanguageActions } from './language-actions.ts';
import { createNodeActions } from './node-actions.ts';
import { createPasteActions } from './paste-actions.ts';
import type { DocumentSlice } from '../state.ts';
import { createVariableActions } from './variable-actions.ts';

export function createDocumentSlice(dependencies: DocumentDependencies): DocumentSlice {
  const { editing, onOpen } = dependencies;
  return {
    flow: null,
    readOnly: false,
    open(flow, revision, readOnly) {
      editing.reset(flow, readOnly);
      onOpen(flow, revision, readOnly);
    },
    close() {
      editing.reset(null, false);
      onOpen(null, 0, false);
    },
    replaceFlow(flow, label) {
      editing.edit(label, (draft) => {
        for (const key of Object.keys(draft)) if (!(key in flow)) delete draft[key];
        Object.assign(draft, flow);
      });
    },
    ...createNodeActions(dependencies),
    ...createPasteActions(dependencies),
    ...createFieldActions(dependencies),
    ...createVariableActions(dependencies),
    ...createDeclaredActions(dependencies),
    ...createLanguageActions(dependencies),
  };
}
