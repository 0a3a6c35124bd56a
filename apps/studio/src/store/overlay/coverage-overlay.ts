import type { Flow } from '@gatherline/flow';
import { nodeView } from '../view/node-view.ts';
import type { ExitRef } from '../state.ts';
import { wireId } from '../document/wiring.ts';
import type { Mark, Overlay } from './overlay.ts';

/** The steps that tests come to, and the exits by which they leave. */
export interface Coverage {
  readonly steps: readonly string[];
  readonly exits: readonly ExitRef[];
}

/** Tells of each step and each exit of a flow whether a test comes by. */
export function coverageOverlay(flow: Flow, { steps, exits }: Coverage): Overlay {
  const reached = new Set(steps);
  const left = new Set(exits.map(wireId));
  const nodes = Object.keys(flow.nodes).map((id) => [id, coveredIf(reached.has(id), 'comes here')] as const);
  const wires = Object.entries(flow.nodes).flatMap(([node, record]) =>
    nodeView(record).exits.map(({ id: exit }) => {
      const wire = wireId({ node, exit });
      return [wire, coveredIf(left.has(wire), 'goes this way')] as const;
    }),
  );
  return { kind: 'coverage', nodes: new Map(nodes), wires: new Map(wires), cursor: null, standing: null };
}

function coveredIf(isCovered: boolean, comes: string): Mark {
  return isCovered
    ? { look: 'covered', words: `A test ${comes}` }
    : { look: 'uncovered', words: `No test ${comes}` };
}
