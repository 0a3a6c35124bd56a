import { parseFlow } from '../reading.ts';
import type { Flow } from '../schema.ts';
import { alignSteps } from './align-steps.ts';
import type { Conflict, Side } from './conflict.ts';
import { dropLooseEnds, settleDeletions } from './deleted-steps.ts';
import { settleExclusive } from './exclusive-parameters.ts';
import { mergeValues } from './merge-values.ts';
import { same } from './same.ts';

export interface FlowMerge {
  readonly flow: Flow;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges what two sides made of one flow, field by field. What only one side changed is taken from it; steps that a side
 * renamed are followed on both. Each conflict is listed, and `choose` says whose value the document takes: mine unless it
 * says otherwise. Without conflicts the sides may be swapped. Pure.
 */
export function mergeFlows(
  base: Flow,
  { mine, theirs }: { readonly mine: Flow; readonly theirs: Flow },
  choose: (conflict: Conflict) => Side = () => 'mine',
): FlowMerge {
  if (same(mine, theirs) || same(base, theirs)) return { flow: mine, conflicts: [] };
  if (same(base, mine)) return { flow: theirs, conflicts: [] };
  const conflicts: Conflict[] = [];
  const settle = (conflict: Conflict) => {
    conflicts.push(conflict);
    return choose(conflict);
  };
  const aligned = alignSteps({ base, mine, theirs }, settle);
  const flow = toFlow(mergeValues(settleDeletions(aligned, settle), [], settle));
  settleExclusive(flow, aligned, settle);
  dropLooseEnds(flow, aligned);
  return { flow, conflicts };
}

function toFlow(document: unknown): Flow {
  const reading = parseFlow(document);
  if (reading.ok) return reading.flow;
  throw new Error(
    `Two drafts were merged into something that is none: ${reading.problems[0]?.message ?? ''}`,
  );
}
