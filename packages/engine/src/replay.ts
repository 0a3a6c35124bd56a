import { isJsonObject, type JsonObject, type RunnableFlow } from '@gatherline/flow';
import { callFrom } from './beginning.ts';
import { type Call, INFERRED } from './call.ts';
import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import { withWholeLists } from './growing-lists.ts';
import { MASK } from './masking.ts';
import type { TraceEntry } from './trace.ts';
import { type Transition, transition } from './transition.ts';

/**
 * Goes through a call once more, from its trace alone: with the same flow it gives the same trace and the same end, masks
 * standing for what was entered in confidence. `null` for a trace without a beginning that says enough, such as one of an older version.
 */
export function replay(flow: RunnableFlow, trace: readonly TraceEntry[]): Transition | null {
  const lines = withWholeLists(trace);
  const began = lines.find((line) => line.kind === 'began');
  const call = began === undefined ? null : callFrom(flow, began.call);
  if (call === null) return null;
  const throws = lines.flatMap((line) =>
    line.kind === 'entered' && line.chance !== undefined ? [[line.visit, line.chance] as const] : [],
  );
  const chances = Object.fromEntries(throws);
  let result: Transition = { call: { ...call, chances }, commands: [], trace: [] };
  for (const [index, line] of lines.entries()) {
    const event = inputOf(line, { call: result.call, commands: result.commands, later: lines.slice(index) });
    if (event === null) continue;
    const moved = transition(flow, result.call, event, Date.parse(line.at));
    result = {
      call: moved.call,
      commands: [...result.commands, ...moved.commands],
      trace: [...result.trace, ...moved.trace],
    };
  }
  return result;
}

interface Known {
  readonly call: Call;
  readonly commands: readonly Command[];
  /** The line and those after it. */
  readonly later: readonly TraceEntry[];
}

/** What moved the call and is told by this line; `null` when the line tells what came of it. */
function inputOf(line: TraceEntry, known: Known): EngineEvent | null {
  switch (line.kind) {
    case 'received':
    case 'ignored':
      return eventOf(line, known);
    case 'accepted': {
      const command = commandOf(line.command_id, known);
      return command === null ? null : { kind: 'accepted', command, response: line.response };
    }
    case 'refused': {
      const command = commandOf(line.command_id, known);
      const { status, code, title, detail } = line;
      return command === null ? null : { kind: 'refused', command, status, code, title, detail };
    }
    case 'deadline':
      return { kind: 'deadline', visit: line.visit };
    case 'ended':
      return line.source === INFERRED ? { kind: 'gone', why: line.cause } : null;
    case 'note':
      return line.event === undefined ? null : { kind: line.event, why: line.text };
    case 'began':
    case 'entered':
    case 'left':
    case 'sent':
    case 'set':
    case 'waiting':
    case 'heard':
    default:
      return null;
  }
}

type Told = Extract<TraceEntry, { kind: 'received' | 'ignored' }>;

function eventOf(
  { event_id: id, type, occurred_at, command_id, payload, at }: Told,
  known: Known,
): EngineEvent | null {
  if (type === 'signal') return signalOf(id, payload);
  if (type === 'http.answered' || type === 'http.failed') {
    const command = commandOf(command_id, known);
    return command === null
      ? null
      : { kind: 'requested', command, type, payload: wholeValues(payload, known) };
  }
  // The engine tells nodes of accepted and refused commands as if they were events.
  if (type.startsWith('command.')) return null;
  return {
    kind: 'carrier',
    event: { id, type, occurredAt: occurred_at ?? at, payload: wholeValues(payload, known) },
  };
}

function signalOf(id: string, { name, data }: JsonObject): EngineEvent | null {
  return typeof name === 'string' && isJsonObject(data) ? { kind: 'signal', id, name, data } : null;
}

function commandOf(id: string | undefined, { commands }: Known): Command | null {
  return commands.find((command) => command.id === id) ?? null;
}

/** A long answer is cut where it was received, and keys are masked there; what the step learnt of them is whole. */
function wholeValues(payload: JsonObject, { later }: Known): JsonObject {
  const { body, digits } = payload;
  const isCut = typeof body === 'string' && body.endsWith('…');
  const name = isCut ? 'body' : 'digits';
  if (!isCut && digits !== MASK) return payload;
  const [told] = later;
  const learned = later.find((line) => line.kind === 'set' && line.outputs?.[name] !== undefined);
  const isTold = learned?.kind === 'set' && learned.at === told?.at;
  return isTold ? { ...payload, [name]: learned.outputs?.[name] ?? null } : payload;
}
