import type { ExitRef } from '../state.ts';
import { wireId } from '../document/wiring.ts';
import type { Mark, Overlay } from './overlay.ts';

/** What differs between two documents. Whatever is on both sides goes by its id on the newer one. */
export interface Changes {
  readonly steps: Changed<string> & {
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
  readonly wires: Changed<ExitRef>;
}

interface Changed<Of> {
  readonly added: readonly Of[];
  readonly removed: readonly Of[];
  readonly changed: readonly Of[];
}

type Side = 'older' | 'newer';

const added: Mark = { look: 'added', words: 'Added' };
const removed: Mark = { look: 'removed', words: 'Removed' };
const changed: Mark = { look: 'changed', words: 'Changed' };

/** What differs, as it is seen on the older or on the newer of the two drawings. */
export function changesOverlay({ steps, wires }: Changes, side: Side): Overlay {
  const names = new Map(steps.renamed.map(({ from, to }) => [to, side === 'older' ? from : to]));
  const here = (id: string) => names.get(id) ?? id;
  const wireHere = ({ node, exit }: ExitRef) => wireId({ node: here(node), exit });
  const nodes = [
    ...steps.changed.map((id): [string, Mark] => [here(id), changed]),
    ...steps.renamed.map(({ from, to }): [string, Mark] => [
      here(to),
      renamed(side === 'older' ? `to ${to}` : `from ${from}`, steps.changed.includes(to)),
    ]),
  ];
  return {
    kind: 'changes',
    nodes: new Map([...nodes, ...oneSided(steps, side, String)]),
    wires: new Map([
      ...wires.changed.map((wire): [string, Mark] => [wireHere(wire), changed]),
      ...oneSided(wires, side, wireId),
    ]),
    cursor: null,
    standing: null,
  };
}

function oneSided<Of>(changes: Changed<Of>, side: Side, idOf: (of: Of) => string): [string, Mark][] {
  return side === 'older'
    ? changes.removed.map((of) => [idOf(of), removed])
    : changes.added.map((of) => [idOf(of), added]);
}

function renamed(how: string, isChangedToo: boolean): Mark {
  return { look: 'renamed', words: `Renamed ${how}${isChangedToo ? ', and changed' : ''}` };
}
