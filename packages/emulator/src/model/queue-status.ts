import { type Reply, refusedWith } from './errors.ts';
import type { JsonObject } from './json.ts';
import { averageWaitSecs, queueNamed } from './queues.ts';
import type { CarrierState, Queue, QueueEntry } from './state.ts';
import { toTimestamp } from './webhooks.ts';

/** GET /queues/{name}: how many wait in a queue, and how long calls have waited there on average. */
export function queueStatus(state: CarrierState, name: string): Reply {
  const queue = queueNamed(state, name);
  if (queue === undefined) return unknown(`There is no queue '${name}'.`);
  const data: JsonObject = {
    average_wait_time_secs: averageWaitSecs({ state }, name),
    current_size: queue.entries.length,
    id: queue.name,
    max_size: queue.maxSize,
    name: queue.name,
    record_type: 'queue',
  };
  return { status: 200, body: { data } };
}

/** GET /queues/{name}/calls/{id}: the place of a call in a queue, and how long it has waited. */
export function queueCallStatus(state: CarrierState, name: string, callControlId: string): Reply {
  const queue = queueNamed(state, name);
  const entry = queue?.entries.find((one) => one.callControlId === callControlId);
  if (queue === undefined || entry === undefined) return unknown('The call is not in this queue.');
  return { status: 200, body: { data: toQueueCall(state, queue, entry) } };
}

function toQueueCall(state: CarrierState, queue: Queue, entry: QueueEntry): JsonObject {
  const leg = state.legs[entry.callControlId];
  return {
    call_control_id: entry.callControlId,
    call_leg_id: leg?.legId ?? '',
    call_session_id: leg?.sessionId ?? '',
    connection_id: leg?.connectionId ?? state.connectionId,
    enqueued_at: toTimestamp(entry.sinceMs * 1000),
    from: leg?.from ?? '',
    is_alive: leg !== undefined && leg.endedAtMs === null,
    queue_id: queue.name,
    queue_position: queue.entries.indexOf(entry) + 1,
    record_type: 'queue_call',
    to: leg?.to ?? '',
    wait_time_secs: Math.round((state.nowMs - entry.sinceMs) / 1000),
  };
}

function unknown(detail: string): Reply {
  return refusedWith(404, '10005', detail);
}
