import type { Exit } from './definition.ts';
import { definitionOf } from './nodes/index.ts';
import type { Flow } from './schema.ts';

/**
 * Where the call goes at an exit without a wire. `else`: the way of another exit of the node; `handler`: the step that
 * the flow names for the outcome; `listener`: the one that takes over when a step fails; `apology`: words and the end;
 * `quiet`: the end; `nothing`: the call itself goes on, or is over already.
 */
export type Fallback =
  | { readonly kind: 'else'; readonly node: string; readonly exit: string }
  | { readonly kind: 'handler' | 'listener'; readonly node: string }
  | { readonly kind: 'apology' | 'quiet' }
  | { readonly kind: 'nothing'; readonly why: 'side_path' | 'over' };

/** What a listener to failing steps listens for. */
const FAILURE = 'flow.error';
const HANGUP = 'call.hangup';

/** Answers where the exits of a flow fall; what holds for the whole flow is worked out once. As the engine does it. */
export function createFallbacks(flow: Flow): (node: string, exit: Exit) => Fallback {
  const listeners = listenersOf(flow);
  const standing = standingIn(flow, listeners);
  const { handlers } = flow.settings;
  return (id, exit) => {
    const wires = flow.nodes[id]?.exits ?? {};
    const instead = exit.elseExit === undefined ? undefined : wires[exit.elseExit];
    if (exit.elseExit !== undefined && instead !== undefined && flow.nodes[instead] !== undefined)
      return { kind: 'else', node: instead, exit: exit.elseExit };
    const why = standing.get(id);
    if (why !== undefined) return { kind: 'nothing', why };
    const handler = exit.fallsBackTo === undefined ? undefined : handlers?.[exit.fallsBackTo];
    if (typeof handler === 'string' && handler !== id && flow.nodes[handler] !== undefined)
      return { kind: 'handler', node: handler };
    const listener = exit.fallsBackTo === 'error' ? failureListener(listeners, id) : undefined;
    if (listener !== undefined) return { kind: 'listener', node: listener };
    return { kind: exit.endsQuietly === true ? 'quiet' : 'apology' };
  };
}

/** The first one decides; one that runs alongside leaves the caller to the apology. */
function failureListener(listeners: readonly Listener[], failed: string): string | undefined {
  const found = listeners.find(({ id, hears }) => id !== failed && hears.includes(FAILURE));
  return found === undefined || found.isAlongside ? undefined : found.id;
}

/** Nodes that a call meets only beside its path, or only after its end. Any other node counts as on the path. */
function standingIn(flow: Flow, listeners: readonly Listener[]): ReadonlyMap<string, 'side_path' | 'over'> {
  const isAfter = ({ hears }: Listener) => hears.includes(HANGUP);
  const starts = Object.keys(flow.nodes).filter((id) => roleOf(flow, id) === 'entry');
  const { hangup, ...handlers } = flow.settings.handlers ?? {};
  const named = Object.values(handlers).flatMap((id) => (typeof id === 'string' ? [id] : []));
  const interrupting = listeners.filter((each) => !each.isAlongside && !isAfter(each)).map(({ id }) => id);
  const onPath = reachable(flow, [...starts, ...named, ...interrupting]);
  const sidePath = reachable(
    flow,
    listeners.filter((each) => each.isAlongside && !isAfter(each)).map(({ id }) => id),
  );
  const over = reachable(flow, [
    ...listeners.filter(isAfter).map(({ id }) => id),
    ...(typeof hangup === 'string' ? [hangup] : []),
  ]);
  const standing = new Map<string, 'side_path' | 'over'>();
  for (const id of over) if (!onPath.has(id)) standing.set(id, 'over');
  for (const id of sidePath) if (!onPath.has(id)) standing.set(id, 'side_path');
  return standing;
}

interface Listener {
  readonly id: string;
  readonly hears: readonly string[];
  readonly isAlongside: boolean;
}

function listenersOf(flow: Flow): readonly Listener[] {
  return Object.entries(flow.nodes).flatMap(([id, { type, params }]) => {
    const definition = definitionOf(type);
    if (definition?.role !== 'listener') return [];
    return [{ id, hears: definition.eventTypes ?? [], isAlongside: params.mode === 'alongside' }];
  });
}

function roleOf(flow: Flow, id: string) {
  return definitionOf(flow.nodes[id]?.type ?? '')?.role;
}

function reachable(flow: Flow, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set(from.filter((id) => flow.nodes[id] !== undefined));
  // A set hands out what is added while it is walked.
  for (const id of reached)
    for (const target of Object.values(flow.nodes[id]?.exits ?? {}))
      if (flow.nodes[target] !== undefined) reached.add(target);
  return reached;
}
