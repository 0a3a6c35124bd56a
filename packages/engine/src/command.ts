import type { CommandRequest, JsonObject } from '@gatherline/flow';

/**
 * One thing to be done outside. `id` is sent as command_id: a UUIDv5 of call, visit and index, the same however often a
 * transition runs. `body` holds client_state already, not command_id.
 */
export interface Command {
  readonly id: string;
  readonly callId: string;
  readonly node: string;
  readonly visit: number;
  readonly action: string;
  readonly body: JsonObject;
  /** Fields of the answer that become outputs of `node`. */
  readonly keep: NonNullable<CommandRequest['keep']>;
  /** How many flows deep the node stands, and in which flow, where that is not the one that answered. */
  readonly depth?: number;
  readonly flow?: string;
  /** The node's own name for it. */
  readonly tag?: string;
  /** Who carries it out; the carrier where nothing is said. */
  readonly via?: 'http';
  /** The leg it is meant for, where that is not the caller's own; `null`: none. */
  readonly leg?: string | null;
  /** Of a request to a server: what the marks of this call's secrets carry. */
  readonly seal?: string;
  /** The call wants to know when it has been taken. */
  readonly reportsBack?: true;
}

/** A command as it was stored, by this version or by one that had another name for reporting back. */
export function resumeCommand({ tells, ...command }: Command & { readonly tells?: true }): Command {
  return tells === true ? { ...command, reportsBack: tells } : command;
}
