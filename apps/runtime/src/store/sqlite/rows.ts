import { type Call, type Command, resumeCall, resumeCommand, type TraceEntry } from '@gatherline/engine';
import { FORMAT, isJsonObject, type JsonObject, type RunnableFlow } from '@gatherline/flow';
import { z } from 'zod';
import type { CarrierName, Dial, StoredCall, TraceLine } from '../ports/call-store.ts';

/** What was stored as JSON was written by this service from these types; only its outline is looked at again. */
function outline<Type>(...keys: readonly (keyof Type & string)[]) {
  return z.custom<Type>((value) => isJsonObject(value) && keys.every((key) => key in value));
}

const callSchema = outline<Call>('id', 'state', 'node', 'visit', 'waiting', 'legs');
const commandSchema = outline<Command>('id', 'callId', 'visit', 'action', 'body', 'keep');
const entrySchema = outline<TraceEntry>('at', 'kind');
const stateSchema = z.enum(['ringing', 'answered', 'ended']).catch('answered');
const dialSchema = z.object({
  from: z.string(),
  to: z.string(),
  connectionId: z.string(),
  variables: z.custom<JsonObject>(isJsonObject),
  seed: z.string(),
  resources: z.custom<JsonObject>(isJsonObject),
  dialsWith: z.custom<JsonObject>(isJsonObject),
});

/** What the other columns of a call's row say. */
export interface CallColumns {
  readonly id: string;
  readonly call: string;
  readonly session: string;
  readonly state: string;
  readonly started_at: string;
  readonly entries: number;
}

/** A damaged row costs no more than its own call, of which only what stands in the other columns is known then. */
export function readCall(row: CallColumns): Pick<StoredCall, 'call' | 'isReadable'> {
  const call = parsed(row.call, callSchema);
  if (call !== null && Number.isSafeInteger(call.visit)) return { call: resumeCall(call), isReadable: true };
  const { id, session: sessionId, started_at: startedAt, entries } = row;
  const state = stateSchema.parse(row.state);
  // No visit has been without an entry of its own: this one is later than all of them.
  return { call: resumeCall({ id, sessionId, startedAt, state, visit: entries }), isReadable: false };
}

/** Null when the row makes no sense. */
export function readCommand(text: string): Command | null {
  const command = parsed(text, commandSchema);
  return command && resumeCommand(command);
}

export function readTraceLine({ seq, entry }: { seq: number; entry: string }): TraceLine {
  return { seq, entry: parsed(entry, entrySchema) ?? lostEntry };
}

const lostEntry: TraceEntry = {
  at: new Date(0).toISOString(),
  kind: 'note',
  text: 'This line was damaged in the store and can not be read.',
};

/** Stands in for a document that can't be read any more: a call on it can only be apologised to. */
export function lostDocument(id: string): RunnableFlow {
  return {
    format: FORMAT,
    id,
    name: id,
    settings: {},
    resources: {},
    inputs: {},
    outputs: {},
    variables: {},
    nodes: {},
    layout: {},
  };
}

function parsed<Value>(text: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function readCarrier(text: string): CarrierName {
  return text === 'emulator' ? 'emulator' : 'telnyx';
}

interface DialRow {
  readonly id: string;
  readonly carrier: string;
  readonly dial: string;
  readonly flow: string;
  readonly version: number | null;
  readonly revision: number | null;
  readonly document: string;
  readonly text: string;
  readonly created_ms: number;
}

/** Null when the row makes no sense. */
export function readDial(row: DialRow): Dial | null {
  const dial = parsed(row.dial, dialSchema);
  if (dial === null) return null;
  return {
    ...dial,
    id: row.id,
    carrier: readCarrier(row.carrier),
    flowVersion: {
      flow: row.flow,
      version: row.version,
      revision: row.revision,
      document: { hash: row.document, text: row.text },
    },
    createdMs: row.created_ms,
  };
}

export function writeDial(dial: Dial): string {
  const { from, to, connectionId, variables, seed, resources, dialsWith } = dial;
  return JSON.stringify({ from, to, connectionId, variables, seed, resources, dialsWith });
}
