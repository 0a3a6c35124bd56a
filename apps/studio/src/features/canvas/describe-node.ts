import type { Flow, Problem } from '@gatherline/flow';
import { nodeView, inOrder, nameOf } from '../../store/index.ts';

interface Described {
  readonly flow: Flow | null;
  readonly problemsByNode: ReadonlyMap<string, readonly Problem[]>;
}

/** "Main menu, Menu, 4 exits: 1 Sales to Sales desk, … , Timeout unconnected. 1 error." */
export function describeNode({ flow, problemsByNode }: Described, id: string): string {
  const node = flow?.nodes[id];
  if (flow === null || node === undefined) return id;
  const view = nodeView(node);
  const name = view.name === view.title ? view.title : `${view.name}, ${view.title}`;
  return [`${name}, ${exitsInWords(flow, id)}`, countsInWords(problemsByNode.get(id) ?? [])]
    .filter(Boolean)
    .join(' ');
}

function exitsInWords(flow: Flow, id: string): string {
  const node = flow.nodes[id];
  const exits = node === undefined ? [] : inOrder(nodeView(node).exits);
  if (exits.length === 0) return 'no exits.';
  const wired = exits.filter((exit) => node?.exits[exit.id] !== undefined);
  const loose = exits.filter((exit) => exit.kind === 'main' && !wired.includes(exit));
  const parts = [
    ...wired.map((exit) => `${exit.label} to ${nameOf(flow, node?.exits[exit.id] ?? '')}`),
    ...loose.map((exit) => `${exit.label} unconnected`),
  ];
  const count = exits.length === 1 ? '1 exit' : `${exits.length} exits`;
  return parts.length === 0 ? `${count}, none connected.` : `${count}: ${parts.join(', ')}.`;
}

/** "1 error, 2 warnings."; empty when there is nothing to mend. */
export function countsInWords(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], word: string) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? word : `${word}s`}`];
  };
  const parts = [...count('error', 'error'), ...count('warning', 'warning')];
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}
