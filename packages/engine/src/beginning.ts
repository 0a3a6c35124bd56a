import type { Flow, JsonObject } from '@gatherline/flow';
import { z } from 'zod';
import { beginCall } from './begin.ts';
import type { Call } from './call.ts';

const valuesSchema = z.record(z.string(), z.json());

const beginningSchema = z.object({
  id: z.string(),
  leg_id: z.string(),
  session_id: z.string(),
  connection_id: z.string().nullable(),
  direction: z.enum(['incoming', 'outgoing']),
  from: z.string(),
  to: z.string(),
  started_at: z.string(),
  time_zone: z.string().nullable().default(null),
  variables: valuesSchema,
  resources: valuesSchema,
});

/** What a call begins with, for its trace: everything but the seed, which makes the marks of its secrets. */
export function beginningOf(call: Call, flow: Flow): JsonObject {
  const { id, direction, from, to, variables, resources } = call;
  return {
    from,
    to,
    direction,
    flow: flow.id,
    id,
    leg_id: call.legId,
    session_id: call.sessionId,
    connection_id: call.connectionId,
    started_at: call.startedAt,
    ...(call.timeZone === null ? {} : { time_zone: call.timeZone }),
    variables,
    resources,
  };
}

/** The call that began so; `null` when a trace of an older version does not say enough. */
export function callFrom(flow: Flow, beginning: JsonObject): Call | null {
  const read = beginningSchema.safeParse(beginning);
  if (!read.success) return null;
  const { leg_id, session_id, connection_id, started_at, time_zone, ...facts } = read.data;
  const ids = { legId: leg_id, sessionId: session_id, connectionId: connection_id };
  const place = time_zone === null ? {} : { timeZone: time_zone };
  return beginCall(flow, { ...facts, ...ids, ...place, startedAt: started_at, seed: '' });
}
