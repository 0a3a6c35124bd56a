import {
  type CallFacts,
  type Flow,
  isoIn,
  isWithheld,
  type JsonObject,
  type RunnableFlow,
  sharedWork,
  type TemplateScope,
  timeZoneOf,
  type Work,
  type Writes,
} from '@gatherline/flow';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import { withoutTraced } from './growing-lists.ts';
import { lateValues, masked } from './masking.ts';
import { secretMarks } from './secrets.ts';
import { hasRoomFor, keptLine } from './size-limits.ts';
import type { TraceEntry, TraceLine } from './trace.ts';

/** One transition under way: the call as it is becoming, and what is to be sent and told. Local to `transition`. */
export interface Run {
  readonly root: RunnableFlow;
  readonly atMs: number;
  call: Call;
  /** How many visits the call had made before this event. */
  readonly firstVisit: number;
  readonly commands: Command[];
  readonly trace: TraceEntry[];
  /** What the templates that this event sets off may do together. */
  readonly work: Work;
}

/**
 * Puts a line with the time on it into the trace, without what nobody may read and what is there already. `flow`: the
 * one in which the node stands that it names; the present one, where nothing is said.
 */
export function trace(run: Run, whole: TraceLine, flow = run.call.flow): void {
  const { line, traced } = withoutTraced(whole, run.call.traced);
  if (traced !== run.call.traced) change(run, { traced });
  const at = new Date(run.atMs).toISOString();
  const isElsewhere = flow !== null && 'node' in line && line.node !== null;
  const told = { at, ...masked(run, line), ...(isElsewhere ? { flow } : {}) };
  const { entry, traceSize } = keptLine(told, run.call);
  if (traceSize !== run.call.traceSize) change(run, { traceSize });
  run.trace.push(entry);
}

/** Changes the call. */
export function change(run: Run, changes: Partial<Call>): void {
  run.call = { ...run.call, ...changes };
}

/** The flow in which the call stands. */
export function flowOf({ root, call }: Pick<Run, 'root' | 'call'>): Flow {
  return call.flow === null ? root : (root.subflows?.[call.flow] ?? root);
}

/** Reference of the flow that stands so many deep. */
export function referenceAt({ flow, frames }: Call, depth: number): string | null {
  const frame = frames[depth];
  return frame === undefined ? flow : frame.flow;
}

/** The flow in which the call stands, and those that wait for it to return. */
export function flowsAround({ root, call }: Pick<Run, 'root' | 'call'>): readonly Flow[] {
  const references = [call.flow, ...call.frames.map(({ flow }) => flow)];
  return references.map((reference) => (reference === null ? root : (root.subflows?.[reference] ?? root)));
}

/** The language the caller is spoken to in; `undefined` while nobody has named one. */
export function languageOf(run: Run): string | undefined {
  const { settings } = flowOf(run);
  return run.call.language ?? settings.language ?? settings.languages?.[0];
}

/** Keeps what a decision writes, outputs of a node and variables of the call, and tells of them. */
export function write(run: Run, node: string, { outputs: learned, variables, language }: Writes): void {
  const { call } = run;
  const outputs = learned === undefined ? undefined : lateValues(run, learned);
  if (outputs !== undefined && Object.keys(outputs).length > 0) {
    change(run, { outputs: { ...call.outputs, [node]: { ...call.outputs[node], ...outputs } } });
    trace(run, { kind: 'set', node, outputs });
  }
  if (variables !== undefined && Object.keys(variables).length > 0) {
    change(run, { variables: { ...call.variables, ...variables } });
    trace(run, { kind: 'set', node, variables });
  }
  if (language !== undefined) {
    change(run, { language });
    trace(run, { kind: 'note', text: `The caller is spoken to in ${language} from here on.` });
  }
}

/** Keeps outputs of a node that stands so many flows deep; those of a flow that has returned are nobody's any more. */
export function writeAt(run: Run, depth: number, node: string, learned: JsonObject): void {
  const { frames } = run.call;
  if (!hasRoomFor(run.call, learned)) {
    const text = 'What came was not kept: the values of this call are more than it may hold.';
    return trace(run, { kind: 'note', node, text });
  }
  if (depth === frames.length) return write(run, node, { outputs: learned });
  const outputs = lateValues(run, learned);
  if (Object.keys(outputs).length === 0) return;
  const written = frames.map((frame, index) =>
    index === depth
      ? { ...frame, outputs: { ...frame.outputs, [node]: { ...frame.outputs[node], ...outputs } } }
      : frame,
  );
  change(run, { frames: written });
  if (depth < frames.length) trace(run, { kind: 'set', node, outputs }, referenceAt(run.call, depth));
}

/** The facts of a call that nodes and templates read. */
export function factsOf(call: Call): CallFacts {
  return {
    id: call.id,
    from: call.from,
    to: call.to,
    is_anonymous: isWithheld(call.direction === 'incoming' ? call.from : call.to),
    direction: call.direction,
    answered: call.state === 'answered',
    started_at: call.startedAt,
    connection_id: call.connectionId,
  };
}

/** What templates of this call may read. */
export function scopeOf(run: Run): TemplateScope {
  const { call, atMs } = run;
  const zone = timeZoneOf(flowsAround(run), call.resources) ?? call.timeZone ?? 'UTC';
  return {
    call: { ...factsOf(call), language: languageOf(run) ?? null, time_zone: zone, now: nowIn(zone, atMs) },
    vars: call.variables,
    nodes: call.outputs,
    resources: resourcesOf(run),
    event: call.event,
    [sharedWork]: run.work,
  };
}

/** The time on the clock of a zone, as ISO 8601 with its offset. */
function nowIn(zone: string, atMs: number): string {
  return zone === 'UTC' ? new Date(atMs).toISOString() : isoIn({ time_zone: zone }, atMs);
}

/** Values of the resources; a secret is a mark in its place. */
export function resourcesOf(run: Run): JsonObject {
  return { ...run.call.resources, ...secretMarks(flowOf(run), run.call) };
}
