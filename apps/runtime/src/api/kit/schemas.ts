import { type Flow, idSchema, isJsonObject, type JsonObject } from '@gatherline/flow';
import { z } from 'zod';

/** A flow document; its own JSON Schema stands in the OpenAPI document under the name Flow. */
export const flowDocument = z.custom<Flow>(isJsonObject, 'Send the flow as a JSON object.');
export const jsonObject = z.custom<JsonObject>(isJsonObject, 'Send a JSON object.');

export const flowId = idSchema.meta({ description: 'The id of a flow.' });
export const flowParams = z.object({ id: flowId });

const callId = z.string().min(1).max(500);
export const callParams = z.object({
  id: callId.meta({ description: 'The call_control_id of a call, encoded for a path.' }),
});

const time = z.string().meta({ format: 'date-time' });
const revision = z.int().positive();

export const flowSummary = z.object({
  id: z.string(),
  name: z.string(),
  revision,
  updated_at: time,
  published_version: z.int().nullable(),
  published_at: time.nullable(),
  has_unpublished_changes: z.boolean(),
  read_only: z.boolean(),
});

export const openFlow = z.object({
  flow: flowDocument,
  revision,
  published_version: z.int().nullable(),
  published_at: time.nullable(),
  read_only: z.boolean(),
});

export const versionSummary = z.object({ version: z.int(), published_at: time, revision });

export const callState = z.enum(['ringing', 'answered', 'ended']);

export const callSummary = z.object({
  id: z.string(),
  flow: z.string(),
  version: z.int().nullable().meta({ description: 'Null for a call that follows a draft.' }),
  state: callState,
  from: z.string(),
  to: z.string(),
  direction: z.enum(['incoming', 'outgoing']),
  test: z.boolean(),
  started_at: time,
  ended_at: time.nullable(),
  node: z.string().nullable(),
});

export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    problems: z.array(z.looseObject({ rule: z.string(), message: z.string(), cure: z.string() })).optional(),
  }),
});
