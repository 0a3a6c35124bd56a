import {
  type Decision,
  definitionOf,
  type Exit,
  type FlowNode,
  holds,
  type Json,
  leave,
  localize,
  type NodeContext,
  type NodeDefinition,
  type NodeEvent,
  renderValue,
  TemplateError,
} from '@gatherline/flow';
import { prepare } from './parameters.ts';
import { factsOf, languageOf, type Run, scopeOf, tell } from './run.ts';
import { nodeAt } from './safety-net.ts';

/** What a visit decides on entering its node. A template that fails, or a parameter that is out of range, leaves by `error`. */
export function decideOnEntry(run: Run, id: string): Decision {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition === undefined) {
    tell(run, { kind: 'entered', node: id, visit: run.call.visit, params: node?.params ?? {} });
    return leave('error', { why: `There is no node type "${node?.type ?? ''}".` });
  }
  return guarded(() => {
    const prepared = prepare(definition, node.params, scopeOf(run));
    tell(run, { kind: 'entered', node: id, visit: run.call.visit, params: prepared.shown });
    if (!prepared.ok) return leave('error', { why: prepared.why });
    return definition.enter(contextOf(run, node, prepared.params));
  });
}

/** What the current visit makes of an event; `undefined` when it goes on waiting. */
export function decideOnEvent(run: Run, id: string, event: NodeEvent): Decision | undefined {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition?.handle === undefined) return undefined;
  return guarded(() => {
    const prepared = prepare(definition, node.params, scopeOf(run));
    // What was sent was in range; a later value of a variable must not undo the wait.
    if (!prepared.ok) return leave('error', { why: prepared.why });
    return definition.handle?.(contextOf(run, node, prepared.params), event);
  });
}

/** The node's own exit of that name; nodes of unknown type leave by a bare `error`. */
export function exitOf(run: Run, id: string, exit: string): Exit {
  const { node, definition } = nodeOf(run, id);
  const own = definition?.exits(node?.params ?? {}).find((candidate) => candidate.id === exit);
  return own ?? { id: exit, label: exit, kind: 'outcome', fallsTo: 'error' };
}

export function nodeOf(
  run: Run,
  id: string,
): { node: FlowNode | undefined; definition: NodeDefinition | undefined } {
  const node = nodeAt(run.flow, id, languageOf(run));
  return { node, definition: node === undefined ? undefined : definitionOf(node.type) };
}

function guarded<Result extends Decision | undefined>(decide: () => Result): Result | Decision {
  try {
    return decide();
  } catch (cause) {
    if (cause instanceof TemplateError) return leave('error', { why: cause.message });
    throw cause;
  }
}

function contextOf<Params>(run: Run, node: FlowNode, params: Params): NodeContext<Params> {
  const { call, flow, atMs } = run;
  const language = languageOf(run);
  const wired = Object.entries(node.exits).filter(
    ([, target]) => nodeAt(flow, target, language) !== undefined,
  );
  return {
    params,
    call: factsOf(call),
    settings: flow.settings,
    nowMs: atMs,
    wired: new Set(wired.map(([exit]) => exit)),
    memory: memoryOf(call.waiting),
    localize: (text) => localize(text, language, flow.settings.language),
    holds: (condition) => holds(condition, scopeOf(run)),
    value: (template) => renderValue(template, scopeOf(run)),
  };
}

function memoryOf(waiting: { readonly memory?: Json } | null): Json | undefined {
  return waiting?.memory;
}
