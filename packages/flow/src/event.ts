import type { JsonObject } from './json.ts';

/**
 * One verified webhook of the carrier: `type` is Telnyx's event_type (`call.gather.ended`), `payload` its payload,
 * `occurredAt` an ISO 8601 time with microseconds. `id` is the same on every redelivery.
 */
export interface CarrierEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly payload: JsonObject;
}
