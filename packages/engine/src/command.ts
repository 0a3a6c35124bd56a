import type { JsonObject } from '@gatherline/flow';

/**
 * One request to the carrier. `id` is sent as command_id: a UUIDv5 of call, visit and index, the same however often a
 * transition runs. `body` holds client_state already, not command_id.
 */
export interface Command {
  readonly id: string;
  readonly callId: string;
  readonly node: string;
  readonly visit: number;
  readonly action: string;
  readonly body: JsonObject;
  /** Fields of the answer that become outputs of `node`; when there are some, the runtime reports `accepted`. */
  readonly keep: readonly string[];
}
