import { type Decision, type JsonObject, limits, sizeOf } from '@gatherline/flow';
import type { Call } from './call.ts';
import type { TraceEntry } from './trace.ts';

type Held = Pick<Call, 'variables' | 'outputs' | 'frames'>;

/** What a decision adds to the values of a call. */
function valuesOf(decision: Decision): JsonObject {
  return {
    ...('outputs' in decision && decision.outputs !== undefined ? { outputs: decision.outputs } : {}),
    ...('variables' in decision && decision.variables !== undefined ? { variables: decision.variables } : {}),
    ...(decision.kind === 'enter_flow' ? { inputs: decision.inputs } : {}),
    ...(decision.kind === 'return' ? { values: decision.values } : {}),
  };
}

/** Why a call may not hold what a decision would add to it; null when it may. */
export function valuesComplaint(held: Held, decision: Decision): string | null {
  const added = valuesOf(decision);
  return Object.keys(added).length === 0 || hasRoomFor(held, added)
    ? null
    : `The values of this call would be more than ${limits.values} characters together.`;
}

/** How large the trace is with what a decision sets. One that waits on may be made again of the same event, and must leave the call as it is then. */
export function traceSizeWith({ traceSize }: Pick<Call, 'traceSize'>, decision: Decision): number {
  return decision.kind === 'wait' ? traceSize : traceSize + sizeOf(valuesOf(decision), 0);
}

/** Whether a call may hold these values beside those that it has. */
export function hasRoomFor({ variables, outputs, frames }: Held, added: JsonObject): boolean {
  const values = frames.map((frame) => [frame.variables, frame.outputs]);
  return sizeOf([variables, outputs, values, added], 0) <= limits.values;
}

/** Why a call goes no further on its path; null while there is room for its trace. */
export function traceComplaint({ traceSize }: Pick<Call, 'traceSize'>): string | null {
  return traceSize > limits.trace
    ? `The trace of this call has more than ${limits.trace} characters: it goes round for nothing.`
    : null;
}

/** What a path writes by itself; what comes in, and again, must leave a call that it does not move as it is. */
const counted: ReadonlySet<TraceEntry['kind']> = new Set(['entered', 'left', 'sent']);

/** A line as the trace keeps it, and how large that is with it: past the limit without the values of the line. */
export function keptLine(entry: TraceEntry, { traceSize }: Pick<Call, 'traceSize'>) {
  const grown = traceSize + sizeOf(entry, 0);
  const isFull = grown > limits.trace;
  return {
    entry: isFull ? withoutValues(entry) : entry,
    traceSize: !counted.has(entry.kind) ? traceSize : Math.min(grown, limits.trace + 1),
  };
}

const longestText = 1_000;

function withoutValues(entry: TraceEntry): TraceEntry {
  switch (entry.kind) {
    case 'entered':
      return { ...entry, params: {} };
    case 'sent':
      return { ...entry, body: {} };
    case 'received':
    case 'ignored':
      return { ...entry, payload: {} };
    case 'began':
      return { ...entry, call: {} };
    case 'set': {
      const { outputs: _outputs, variables: _variables, earlier: _earlier, ...line } = entry;
      return line;
    }
    case 'note': {
      const { value: _value, ...line } = entry;
      return { ...line, text: line.text.slice(0, longestText) };
    }
    case 'left':
      return entry.why === undefined ? entry : { ...entry, why: entry.why.slice(0, longestText) };
    case 'refused':
      return { ...entry, detail: entry.detail.slice(0, longestText) };
    case 'accepted':
      return { ...entry, response: {} };
    case 'deadline':
    case 'waiting':
    case 'heard':
    case 'ended':
    default:
      return entry;
  }
}
