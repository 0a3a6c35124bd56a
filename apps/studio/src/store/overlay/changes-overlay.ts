import type { Change, Flow, FlowDiff } from '@gatherline/flow';
import { wireId } from '../document/wiring.ts';
import type { Mark, Overlay } from './overlay.ts';

/** One of the two flows that were compared, as it is drawn. */
interface Drawn {
  readonly flow: Flow;
  readonly side: 'older' | 'newer';
}

const added: Mark = { look: 'added', words: 'Added' };
const removed: Mark = { look: 'removed', words: 'Removed' };
const changed: Mark = { look: 'changed', words: 'Changed' };

/** What differs between two flows, as it is seen on one of them. */
export function changesOverlay(diff: FlowDiff, { flow, side }: Drawn): Overlay {
  const idsBefore = new Map(diff.renamed.map(({ from, to }) => [to, from]));
  const idHere = (id: string) => (side === 'older' ? (idsBefore.get(id) ?? id) : id);
  const oneSided = side === 'older' ? diff.removed : diff.added;
  const mark = side === 'older' ? removed : added;
  return {
    kind: 'changes',
    nodes: new Map([
      ...diff.changed.filter(hasChangedInside).map(({ id }) => [idHere(id), changed] as const),
      ...diff.renamed.map(({ from, to }) => {
        const isChanged = diff.changed.some((step) => step.id === to && hasChangedInside(step));
        return [idHere(to), renamedMark(side === 'older' ? `to ${to}` : `from ${from}`, isChanged)] as const;
      }),
      ...oneSided.map(({ id }) => [id, mark] as const),
    ]),
    wires: new Map([
      ...diff.changed.flatMap(({ id, changes }) => wireMarks(idHere(id), changes, side)),
      ...oneSided.flatMap(({ id: node }) =>
        Object.keys(flow.nodes[node]?.exits ?? {}).map((exit) => [wireId({ node, exit }), mark] as const),
      ),
    ]),
    cursor: null,
    standing: null,
  };
}

/** What changed of the wires of a step is told on the wires. */
function isOfWire({ path }: Change): boolean {
  return path.length === 2 && path[0] === 'exits';
}

function hasChangedInside({ changes }: FlowDiff['changed'][number]): boolean {
  return !changes.every(isOfWire);
}

function wireMarks(node: string, changes: readonly Change[], side: Drawn['side']): [string, Mark][] {
  return changes.filter(isOfWire).flatMap(({ path, before, after }): [string, Mark][] => {
    if ((side === 'older' ? before : after) === undefined) return [];
    const mark = before === undefined ? added : after === undefined ? removed : changed;
    return [[wireId({ node, exit: String(path[1]) }), mark]];
  });
}

function renamedMark(how: string, isChangedToo: boolean): Mark {
  return { look: 'renamed', words: `Renamed ${how}${isChangedToo ? ', and changed' : ''}` };
}
