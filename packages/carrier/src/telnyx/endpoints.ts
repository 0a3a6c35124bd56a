import type { Json } from '@gatherline/flow';
import type { CarrierCommand } from '../port.ts';

/**
 * How a command is put on the wire. `isRepeatable` is false where a repeat would do the thing twice;
 * only a command addressed to a leg can learn that its call is over.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly takesCommandId: boolean;
  readonly isRepeatable: boolean;
  readonly isAddressedToLeg: boolean;
}

interface Peculiarity {
  readonly method?: 'GET' | 'PUT';
  /** For actions that are not addressed to a leg; `null` where the command can't be part of a path. */
  readonly path?: (command: CarrierCommand) => string | null;
  readonly takesCommandId?: false;
  readonly isRepeatable?: false;
}

const peculiarities: ReadonlyMap<string, Peculiarity> = new Map<string, Peculiarity>([
  ['dial', { path: () => '/calls' }],
  ['send_message', { path: () => '/messages', takesCommandId: false, isRepeatable: false }],
  ['retrieve_queue', { method: 'GET', path: queuePath }],
  ['retrieve_queue_call', { method: 'GET', path: queueCallPath }],
  ['client_state_update', { method: 'PUT', takesCommandId: false }],
  ['switch_supervisor_role', { takesCommandId: false }],
  ['siprec_start', { takesCommandId: false, isRepeatable: false }],
]);

/** How long the carrier knows a command_id and ignores its repeats, counted from the first time it sees it. */
export const commandIdLifeMs = 60_000;

/**
 * Whether a command of this action may be sent again by whoever does not know that the carrier has taken it. Where it may
 * not, the carrier has no command_id to tell a repeat by, and would do the thing twice.
 */
export function isRepeatable(action: string): boolean {
  return peculiarities.get(action)?.isRepeatable ?? true;
}

/** The endpoint of a command, or null when its action or its call_control_id can't be part of a path. */
export function endpointOf(command: CarrierCommand): Endpoint | null {
  const { action, callControlId } = command;
  if (!/^[a-z][a-z0-9_]*$/.test(action)) return null;
  const peculiarity = peculiarities.get(action);
  const path =
    peculiarity?.path === undefined
      ? legPath(callControlId, `/actions/${action}`)
      : peculiarity.path(command);
  if (path === null) return null;
  return {
    method: peculiarity?.method ?? 'POST',
    path,
    takesCommandId: peculiarity?.takesCommandId ?? true,
    isRepeatable: isRepeatable(action),
    isAddressedToLeg: peculiarity?.path === undefined,
  };
}

/** `/calls/{call_control_id}` and what follows, the id as one path segment; null for an id that can't be one. */
export function legPath(callControlId: string | null, rest: '' | `/actions/${string}`): string | null {
  const id = segment(callControlId);
  return id === null ? null : `/calls/${id}${rest}`;
}

/** A line in which callers wait, by its name. */
function queuePath({ body }: CarrierCommand): string | null {
  const name = segment(body.queue_name);
  return name === null ? null : `/queues/${name}`;
}

/** The place of a leg in such a line. */
function queueCallPath(command: CarrierCommand): string | null {
  const [queue, id] = [queuePath(command), segment(command.callControlId)];
  return queue === null || id === null ? null : `${queue}/calls/${id}`;
}

function segment(text: Json | undefined): string | null {
  if (typeof text !== 'string' || !text.isWellFormed()) return null;
  // Servers take `.` and `..` for steps in the path, and no encoding of them is safe.
  return ['', '.', '..'].includes(text) ? null : encodeURIComponent(text);
}
