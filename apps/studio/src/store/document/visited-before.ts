import { createFallbacks, definitionOf, type Flow } from '@gatherline/flow';
import { exitsOf } from '../view/node-view.ts';

interface Paths {
  /** Steps from which the call can come straight to a step: by a wire, or by an exit that falls there. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** Steps that some call can reach. */
  readonly reachable: ReadonlySet<string>;
  /** What may begin at any moment: listeners, and the step for the time after the hang-up. */
  readonly sudden: ReadonlySet<string>;
  /** Steps that may run beside the call at any moment. */
  readonly sidePath: ReadonlySet<string>;
}

const known = new WeakMap<Flow, Paths>();

/** Steps that a call can have visited when it comes to `id`: there is a path from them, or they ran beside it. */
export function visitedBefore(flow: Flow, id: string): ReadonlySet<string> {
  const { before, reachable, sudden, sidePath } = pathsOf(flow);
  const ancestors = walk(before.get(id) ?? [], (step) => before.get(step) ?? []);
  // What begins suddenly can come after anything.
  const isSudden = sudden.has(id) || [...ancestors].some((step) => sudden.has(step));
  return new Set([...ancestors, ...sidePath, ...(isSudden ? reachable : [])]);
}

/** The listeners after which a step can come, and whether it can come after the hang-up. */
export function beginningsOf(flow: Flow, id: string): readonly string[] {
  const { before, sudden } = pathsOf(flow);
  const ancestors = walk([id], (step) => before.get(step) ?? []);
  return [...sudden].filter((step) => ancestors.has(step));
}

function pathsOf(flow: Flow): Paths {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const paths = findPaths(flow);
  known.set(flow, paths);
  return paths;
}

function findPaths(flow: Flow): Paths {
  const fallbackOf = createFallbacks(flow);
  const after = new Map(Object.keys(flow.nodes).map((id) => [id, targetsOf(flow, id, fallbackOf)]));
  const before = new Map<string, Set<string>>();
  for (const [id, targets] of after)
    for (const target of targets) {
      const sources = before.get(target) ?? new Set();
      before.set(target, sources.add(id));
    }
  const withRole = (role: string) => Object.keys(flow.nodes).filter((id) => roleOf(flow, id) === role);
  const listeners = withRole('listener');
  const { hangup } = flow.settings.handlers ?? {};
  const sudden = [...listeners, ...(typeof hangup === 'string' && hangup in flow.nodes ? [hangup] : [])];
  const next = (id: string) => after.get(id) ?? [];
  return {
    before,
    reachable: walk([...withRole('entry'), ...sudden], next),
    sudden: new Set(sudden),
    sidePath: walk(
      listeners.filter((id) => flow.nodes[id]?.params.mode === 'alongside'),
      next,
    ),
  };
}

function targetsOf(
  flow: Flow,
  id: string,
  fallbackOf: ReturnType<typeof createFallbacks>,
): readonly string[] {
  const node = flow.nodes[id];
  if (node === undefined) return [];
  const wired = Object.values(node.exits);
  const fallen = exitsOf(definitionOf(node.type), node.params)
    .filter((exit) => node.exits[exit.id] === undefined)
    .flatMap((exit) => {
      const fallback = fallbackOf(id, exit);
      return 'node' in fallback ? [fallback.node] : [];
    });
  return [...new Set([...wired, ...fallen])].filter((target) => flow.nodes[target] !== undefined);
}

function roleOf(flow: Flow, id: string): string | undefined {
  return definitionOf(flow.nodes[id]?.type ?? '')?.role;
}

function walk(from: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const reached = new Set(from);
  // A set hands out what is added while it is walked.
  for (const id of reached) for (const other of next(id)) reached.add(other);
  return reached;
}
