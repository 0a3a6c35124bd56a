import { freeId, type Renaming, renameSteps } from '../references.ts';
import type { Flow } from '../schema.ts';
import type { Settle, Versions } from './conflict.ts';
import { areAlike, renamedSteps, sortedText } from './renamed-steps.ts';

/** One step, by the id that each version has for it. */
interface Step {
  readonly wish: string;
  readonly base?: string;
  readonly mine?: string;
  readonly theirs?: string;
}

/** Three versions in which one id means one step, and the steps that a side gave another id. */
export interface Aligned extends Versions<Flow> {
  readonly renamed: { readonly mine: ReadonlySet<string>; readonly theirs: ReadonlySet<string> };
}

/**
 * Gives each step one id in all versions: the one that a side has renamed it to. Two different steps that the sides added
 * under one id get two.
 */
export function alignSteps(versions: Versions<Flow>, settle: Settle): Aligned {
  const { base, mine, theirs } = versions;
  const renamings = { mine: renamedSteps(base, mine), theirs: renamedSteps(base, theirs) };
  const steps = [...sharedSteps(base, renamings, settle), ...addedSteps(versions, renamings)];
  const ids = new Set([base, mine, theirs].flatMap(({ nodes }) => Object.keys(nodes)));
  const given = new Set<string>();
  const maps = {
    base: new Map<string, string>(),
    mine: new Map<string, string>(),
    theirs: new Map<string, string>(),
  };
  for (const step of steps) {
    const id = given.has(step.wish)
      ? freeId(step.wish, (other) => ids.has(other) || given.has(other))
      : step.wish;
    given.add(id);
    for (const side of ['base', 'mine', 'theirs'] as const) {
      const old = step[side];
      if (old !== undefined && old !== id) maps[side].set(old, id);
    }
  }
  const finalIds = (renaming: Renaming) => new Set([...renaming.keys()].map((id) => maps.base.get(id) ?? id));
  return {
    base: renameSteps(base, maps.base),
    mine: renameSteps(mine, maps.mine),
    theirs: renameSteps(theirs, maps.theirs),
    renamed: { mine: finalIds(renamings.mine), theirs: finalIds(renamings.theirs) },
  };
}

interface Renamings {
  readonly mine: Renaming;
  readonly theirs: Renaming;
}

/** Those that keep their id come first, so that none has to give way. */
function sharedSteps(base: Flow, renamings: Renamings, settle: Settle): readonly Step[] {
  const steps = Object.keys(base.nodes).map((id): Step => {
    const [mine = id, theirs = id] = [renamings.mine.get(id), renamings.theirs.get(id)];
    const step = { base: id, mine, theirs };
    if (mine === theirs || theirs === id) return { ...step, wish: mine };
    if (mine === id) return { ...step, wish: theirs };
    const side = settle({ path: ['nodes', id, 'id'], base: id, mine, theirs });
    return { ...step, wish: step[side] };
  });
  return steps.toSorted((a, b) => Number(a.wish !== a.base) - Number(b.wish !== b.base));
}

function addedSteps({ base, mine, theirs }: Versions<Flow>, renamings: Renamings): readonly Step[] {
  const added = (side: Flow, renaming: Renaming) => {
    const renamed = new Set(renaming.values());
    return Object.keys(side.nodes).filter((id) => base.nodes[id] === undefined && !renamed.has(id));
  };
  const [ours, others] = [added(mine, renamings.mine), new Set(added(theirs, renamings.theirs))];
  const isOne = (id: string) => {
    const [a, b] = [mine.nodes[id], theirs.nodes[id]];
    return others.has(id) && a !== undefined && b !== undefined && areAlike(a, b);
  };
  const both = ours.filter(isOne);
  const steps = [
    ...both.map((id): Step => ({ wish: id, mine: id, theirs: id })),
    ...ours.filter((id) => !both.includes(id)).map((id): Step => ({ wish: id, mine: id })),
    ...[...others].filter((id) => !both.includes(id)).map((id): Step => ({ wish: id, theirs: id })),
  ];
  const text = ({ wish, mine: own }: Step) =>
    `${wish} ${sortedText((own === undefined ? theirs : mine).nodes[wish])}`;
  return steps.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
}
