import {
  type Decision,
  definitionOf,
  type Exit,
  type FlowNode,
  holds,
  type Json,
  type JsonObject,
  leave,
  localize,
  type NodeContext,
  type NodeDefinition,
  type NodeEvent,
  renderValue,
  type Stop,
  TemplateError,
  type TemplateScope,
} from '@gatherline/flow';
import { chanceOf } from './chance.ts';
import { type EmptyOutput, noteEmptyOutputs, pathOf } from './empty-outputs.ts';
import { canInterrupt } from './listeners.ts';
import { derivedValues, maskedScope } from './derived.ts';
import { confidential } from './masking.ts';
import { type Prepared, prepare, refuseChangedSecret } from './parameters.ts';
import {
  change,
  factsOf,
  flowOf,
  flowsAround,
  languageOf,
  resourcesOf,
  type Run,
  scopeOf,
  trace,
} from './run.ts';
import { isSafetyNet, nodeAt } from './safety-net.ts';
import { secretsOf, strayingSecret } from './secrets.ts';
import { traceComplaint, valuesComplaint } from './size-limits.ts';

/** What a visit decides on entering its node. A template that fails, or a parameter that is out of range, leaves by `error`. */
export function decideOnEntry(run: Run, id: string): Decision {
  const { node, definition } = nodeOf(run, id);
  const chance = definition?.isRandom === true ? { chance: chanceOf(run.call) } : {};
  const entered = { kind: 'entered', node: id, visit: run.call.visit, ...chance } as const;
  if (node === undefined || definition === undefined) {
    trace(run, { ...entered, params: node?.params ?? {} });
    return leave('error', { why: `There is no node type "${node?.type ?? ''}".` });
  }
  const fail = (why: string) => leave(definition.failsBy ?? 'error', { why });
  const full = isSafetyNet(id) ? null : traceComplaint(run.call);
  if (full !== null) {
    trace(run, { ...entered, params: {} });
    return fail(full);
  }
  return guarded(run, fail, () => {
    const prepared = preparedAt(run, node, definition);
    trace(run, { ...entered, params: prepared.shown });
    noteEmptyOutputs(run, id, prepared.empty);
    if (!prepared.ok) return fail(prepared.why);
    const empty: EmptyOutput[] = [];
    const value = (template: string) => valueOf(run, node, { template, empty });
    const decision = definition.enter({ ...contextOf(run, node, prepared.params), value });
    noteEmptyOutputs(run, id, empty);
    return decision;
  });
}

/** What the current visit makes of an event; `undefined` when it goes on waiting. */
export function decideOnEvent(run: Run, id: string, event: NodeEvent): Decision | undefined {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition?.handle === undefined) return undefined;
  const { failsBy = 'error' } = definition;
  // What the event tells the end of does not run any more; anything else does.
  const fail = (why: string) =>
    leave(failsBy, { why, stopsFirst: stopOf(run, id)?.until.includes(event.type) !== true });
  return guarded(run, fail, () => {
    const prepared = preparedAt(run, node, definition);
    // What was sent was in range; a later value of a variable must not undo the wait.
    if (!prepared.ok) return fail(prepared.why);
    return definition.handle?.(contextOf(run, node, prepared.params), event);
  });
}

/** Whether a listener was put up for this event. A condition that fails is told, and is no. */
export function isAcceptedBy(run: Run, id: string, event: NodeEvent): boolean {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition?.accepts === undefined) return false;
  try {
    const prepared = preparedAt(run, node, definition, { event: event.payload });
    if (!prepared.ok) throw new TemplateError(prepared.why);
    const before = run.call.event;
    change(run, { event: event.payload });
    const isAccepted = definition.accepts(contextOf(run, node, prepared.params), event);
    change(run, { event: before });
    return isAccepted;
  } catch (cause) {
    if (!(cause instanceof TemplateError)) throw cause;
    trace(run, { kind: 'note', node: id, text: `It can not be told whether to listen: ${cause.message}` });
    return false;
  }
}

/** How to stop what runs at the current node; `undefined` when nothing needs stopping. */
export function stopOf(run: Run, id: string): Stop | undefined {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition?.stop === undefined) return undefined;
  try {
    const prepared = preparedAt(run, node, definition);
    return prepared.ok ? definition.stop(contextOf(run, node, prepared.params)) : undefined;
  } catch (cause) {
    if (cause instanceof TemplateError) return undefined;
    throw cause;
  }
}

/** From now on, events of these types fill the outputs of this node. */
export function registerLateOutputs(run: Run, id: string): void {
  const { definition } = nodeOf(run, id);
  if (definition?.lateOutputs === undefined) return;
  const place = { node: id, depth: run.call.frames.length };
  const types = Object.keys(definition.lateOutputs).map((type) => [type, place] as const);
  change(run, { lateTargets: { ...run.call.lateTargets, ...Object.fromEntries(types) } });
}

/** Whatever a node that asks in confidence learns is masked from now on. */
export function keepInConfidence(run: Run, id: string, outputs: JsonObject | undefined): void {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined || definition?.isSensitive?.(node.params) !== true) return;
  learn(run, confidential(outputs));
}

/** Texts that nobody may read from now on. */
function learn(run: Run, texts: readonly string[]): void {
  const { sensitive } = run.call;
  const news = [...new Set(texts)].filter((text) => !sensitive.includes(text));
  if (news.length > 0) change(run, { sensitive: [...sensitive, ...news] });
}

/** A node's parameters at this moment; what its templates make of confidential values is confidential from now on. */
function preparedAt(run: Run, node: FlowNode, definition: NodeDefinition, more: JsonObject = {}): Prepared {
  const scope = { ...scopeOf(run), ...more };
  const masked = maskedScope(scope, run.call.sensitive);
  const prepared = prepare(definition, node.params, { scope, masked, secrets: secretsOf(flowOf(run)) });
  learn(run, prepared.derived);
  return prepared;
}

/** The node's own exit of that name; nodes of unknown type leave by a bare `error`. */
export function exitOf(run: Run, id: string, exit: string): Exit {
  const own = exitsOf(run, id).find((candidate) => candidate.id === exit);
  return own ?? { id: exit, label: exit, kind: 'outcome', fallsBackTo: 'error' };
}

export function exitsOf(run: Run, id: string): readonly Exit[] {
  const { node, definition } = nodeOf(run, id);
  return definition?.exits(node?.params ?? {}) ?? [];
}

export function nodeOf(
  run: Run,
  id: string,
): { node: FlowNode | undefined; definition: NodeDefinition | undefined } {
  const node = nodeAt(flowOf(run), id, languageOf(run));
  return { node, definition: node === undefined ? undefined : definitionOf(node.type) };
}

function guarded<Result extends Decision | undefined>(
  run: Run,
  fail: (why: string) => Decision,
  decide: () => Result,
): Result | Decision {
  try {
    const decision = decide();
    const why =
      decision === undefined
        ? null
        : (valuesComplaint(run.call, decision) ?? strayingSecret(decision, run.call));
    return why === null ? decision : fail(why);
  } catch (cause) {
    if (cause instanceof TemplateError) return fail(cause.message);
    throw cause;
  }
}

function contextOf<Params>(run: Run, node: FlowNode, params: Params): NodeContext<Params> {
  const { call, atMs } = run;
  const flow = flowOf(run);
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
    language,
    resources: resourcesOf(run),
    chance: chanceOf(call),
    depth: call.frames.length,
    interruptible: flowsAround(run).some(canInterrupt),
    localize: (text) => localize(text, language ?? 'en-US', flow.settings.language),
    holds: (condition, outputs) => holds(condition, scopeAfter(run, outputs)),
    value: (template) => valueOf(run, node, { template, empty: [] }),
  };
}

/** What conditions read once the current node has written these outputs. */
function scopeAfter(run: Run, outputs: JsonObject | undefined): TemplateScope {
  const scope = scopeOf(run);
  const { node, outputs: known } = run.call;
  if (outputs === undefined || node === null) return scope;
  return { ...scope, nodes: { ...known, [node]: { ...known[node], ...outputs } } };
}

/** A value that a node renders by itself; what had nothing to stand in it is added to `empty`. */
function valueOf(
  run: Run,
  { params }: FlowNode,
  { template, empty }: { readonly template: string; readonly empty: EmptyOutput[] },
): Json {
  const scope = scopeOf(run);
  refuseChangedSecret(template, pathOf(template, params), { scope, secrets: secretsOf(flowOf(run)) });
  const value = renderValue(template, scope, (output) =>
    empty.push({ param: pathOf(template, params), output }),
  );
  learn(run, derivedValues(template, value, maskedScope(scope, run.call.sensitive)));
  return value;
}

function memoryOf(waiting: { readonly memory?: Json } | null): Json | undefined {
  return waiting?.memory;
}
