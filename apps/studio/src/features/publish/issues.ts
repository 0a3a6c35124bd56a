import type { Flow, Problem } from '@gatherline/flow';
import { editor, nameOf } from '../../store/index.ts';
import type { Issue } from '../../ui/index.ts';

/** Problems as they are shown in the dialog; following one closes it. */
export function issuesOf(problems: readonly Problem[], flow: Flow, onFollow: () => void): readonly Issue[] {
  return problems.map(({ severity, message, cure, node, path }) => ({
    severity,
    text: message,
    cure,
    place: node === undefined ? 'The flow' : nameOf(flow, node),
    onOpen: () => {
      onFollow();
      if (node === undefined) editor.getState().select([]);
      else editor.getState().revealField(node, path);
    },
  }));
}
