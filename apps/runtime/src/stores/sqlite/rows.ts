import { type Call, type Command, resumeCall, type TraceEntry } from '@gatherline/engine';
import { isJsonObject, type JsonObject } from '@gatherline/flow';
import { z } from 'zod';
import type { CarrierName, Dial, TraceLine } from '../call-store.ts';

/** What was stored as JSON was written by this service from these types; only its outline is looked at again. */
function outline<Type>(...keys: readonly (keyof Type & string)[]) {
  return z.custom<Type>((value) => isJsonObject(value) && keys.every((key) => key in value));
}

const callSchema = outline<Call>('id', 'state', 'node', 'visit', 'waiting', 'legs');
const commandSchema = outline<Command>('id', 'callId', 'visit', 'action', 'body', 'keep');
const entrySchema = outline<TraceEntry>('at', 'kind');
const dialSchema = z.object({
  from: z.string(),
  to: z.string(),
  connectionId: z.string(),
  variables: z.custom<JsonObject>(isJsonObject),
  seed: z.string(),
  resources: z.custom<JsonObject>(isJsonObject),
  dialsWith: z.custom<JsonObject>(isJsonObject),
});

export function readCall(text: string): Call {
  return resumeCall(callSchema.parse(JSON.parse(text)));
}

export function readCommand(text: string): Command {
  return commandSchema.parse(JSON.parse(text));
}

export function readTraceLine({ seq, entry }: { seq: number; entry: string }): TraceLine {
  return { seq, entry: entrySchema.parse(JSON.parse(entry)) };
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

export function readDial(row: DialRow): Dial {
  return {
    ...dialSchema.parse(JSON.parse(row.dial)),
    id: row.id,
    carrier: readCarrier(row.carrier),
    follows: {
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
