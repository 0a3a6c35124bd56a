import type { Flow } from '@gatherline/flow';
import { type EditorState, nodeView, nameOf } from '../../../store/index.ts';

/** A step that a wire may lead to. */
export interface Target {
  readonly value: string;
  readonly label: string;
}

/** Makes a selector that answers the same list as long as no step is added, removed or renamed. */
export function createTargets(): (state: EditorState) => readonly Target[] {
  let seen: Flow['nodes'] | undefined;
  let targets: readonly Target[] = [];
  return ({ flow }) => {
    if (flow === null || flow.nodes === seen) return targets;
    seen = flow.nodes;
    const next = targetsIn(flow);
    if (!isSame(targets, next)) targets = next;
    return targets;
  };
}

function targetsIn(flow: Flow): readonly Target[] {
  const found = Object.entries(flow.nodes)
    .filter(([, node]) => nodeView(node).hasEntry)
    .map(([value]) => ({ value, label: nameOf(flow, value) }));
  const counts = new Map<string, number>();
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1);
  const isShared = (label: string) => (counts.get(label) ?? 0) > 1;
  return found.map(({ value, label }) => ({ value, label: isShared(label) ? `${label} (${value})` : label }));
}

function isSame(left: readonly Target[], right: readonly Target[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ value, label }, at) => right[at]?.value === value && right[at].label === label)
  );
}
