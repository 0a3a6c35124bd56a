import type { CallFacts, Flow, JsonObject, TemplateScope } from '@gatherline/flow';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import type { TraceEntry, TraceLine } from './trace.ts';

/** One transition under way: the call as it is becoming, and what is to be sent and told. Local to `transition`. */
export interface Run {
  readonly flow: Flow;
  readonly atMs: number;
  call: Call;
  readonly commands: Command[];
  readonly trace: TraceEntry[];
}

/** Puts a line with the time on it into the trace. */
export function tell(run: Run, line: TraceLine): void {
  run.trace.push({ at: new Date(run.atMs).toISOString(), ...line });
}

/** Changes the call. */
export function change(run: Run, changes: Partial<Call>): void {
  run.call = { ...run.call, ...changes };
}

/** The language the caller is spoken to in. */
export function languageOf({ call, flow }: Run): string {
  return call.language ?? flow.settings.language ?? 'en-US';
}

/** Keeps outputs of a node and variables of the call, and tells of them. */
export function write(
  run: Run,
  node: string,
  { outputs, variables }: { outputs?: JsonObject; variables?: JsonObject },
): void {
  const { call } = run;
  if (outputs !== undefined && Object.keys(outputs).length > 0) {
    change(run, { outputs: { ...call.outputs, [node]: { ...call.outputs[node], ...outputs } } });
    tell(run, { kind: 'set', node, outputs });
  }
  if (variables !== undefined && Object.keys(variables).length > 0) {
    change(run, { variables: { ...call.variables, ...variables } });
    tell(run, { kind: 'set', node, variables });
  }
}

/** The facts of a call that nodes and templates read. */
export function factsOf(call: Call): CallFacts {
  return {
    id: call.id,
    from: call.from,
    to: call.to,
    direction: call.direction,
    answered: call.state === 'answered',
    started_at: call.startedAt,
  };
}

/** What templates of this call may read. */
export function scopeOf({ call, atMs }: Run): TemplateScope {
  return {
    call: { ...factsOf(call), now: new Date(atMs).toISOString() },
    vars: call.variables,
    nodes: call.outputs,
  };
}
