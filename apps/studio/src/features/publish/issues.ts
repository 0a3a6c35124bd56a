import { definitionOf, type Flow, type Problem } from '@gatherline/flow';
import { type Editor, nameOf } from '../../store/index.ts';
import type { Issue } from '../../ui/index.ts';
import { UNBOUND } from './missing-here.ts';

/** Where following a problem leads. */
export interface Ways {
  readonly editor: Editor;
  /** Closes the dialog, for what is mended on the canvas. */
  readonly onLeave: () => void;
  readonly onOpenFlow: (id: string) => void;
}

/** Problems as they are shown in the dialog; a missing value is asked for on the spot, the others lead to their fields. */
export function issuesOf(problems: readonly Problem[], flow: Flow, ways: Ways): readonly Issue[] {
  return problems.map((problem) => {
    const { severity, message, cure } = problem;
    return {
      severity,
      text: message,
      cure,
      place: placeOf(problem, flow),
      onOpen: () => open(problem, flow, ways),
      more: otherFlow(problem, flow, ways),
    };
  });
}

function placeOf({ rule, node }: Problem, flow: Flow): string {
  if (rule === UNBOUND) return 'Details';
  return node === undefined ? 'The flow' : nameOf(flow, node);
}

function open({ rule, node, path }: Problem, flow: Flow, { editor, onLeave }: Ways): void {
  const name = rule === UNBOUND ? String(path?.[1] ?? '') : '';
  const declared = flow.resources[name];
  if (declared !== undefined) {
    editor.getState().requestBinding({ name, type: declared.type, title: declared.title });
    return;
  }
  onLeave();
  if (node === undefined) editor.getState().select([]);
  else editor.getState().revealField(node, path);
}

/** A flow that is entered is mended in its own editor. */
function otherFlow({ rule, node }: Problem, flow: Flow, { onOpenFlow }: Ways): Issue['more'] {
  const step = rule === 'unknown-flow' && node !== undefined ? flow.nodes[node] : undefined;
  const reference = step === undefined ? null : (definitionOf(step.type)?.enters?.(step.params) ?? null);
  const id = reference?.split('@')[0];
  return id === undefined ? undefined : { label: `Open the flow ${id}`, onOpen: () => onOpenFlow(id) };
}
