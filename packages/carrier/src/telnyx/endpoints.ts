import type { CarrierCommand } from '../port.ts';

/**
 * How a command is put on the wire. `isRepeatable` is false where a repeat would do the thing twice;
 * only a command addressed to a leg can learn that its call is over.
 */
export interface Endpoint {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly takesCommandId: boolean;
  readonly isRepeatable: boolean;
  readonly isAddressedToLeg: boolean;
}

interface Peculiarity {
  readonly method?: 'PUT';
  /** For actions that are not addressed to a leg. */
  readonly path?: string;
  readonly takesCommandId?: false;
  readonly isRepeatable?: false;
}

const peculiarities: ReadonlyMap<string, Peculiarity> = new Map<string, Peculiarity>([
  ['dial', { path: '/calls' }],
  ['send_message', { path: '/messages', takesCommandId: false, isRepeatable: false }],
  ['client_state_update', { method: 'PUT', takesCommandId: false }],
  ['switch_supervisor_role', { takesCommandId: false }],
  ['siprec_start', { takesCommandId: false, isRepeatable: false }],
]);

/** The endpoint of a command, or null when its action or its call_control_id can't be part of a path. */
export function endpointOf({ action, callControlId }: CarrierCommand): Endpoint | null {
  if (!/^[a-z][a-z0-9_]*$/.test(action)) return null;
  const peculiarity = peculiarities.get(action);
  const path = peculiarity?.path ?? legPath(callControlId, `/actions/${action}`);
  if (path === null) return null;
  return {
    method: peculiarity?.method ?? 'POST',
    path,
    takesCommandId: peculiarity?.takesCommandId ?? true,
    isRepeatable: peculiarity?.isRepeatable ?? true,
    isAddressedToLeg: peculiarity?.path === undefined,
  };
}

/** `/calls/{call_control_id}` and what follows, the id as one path segment; null for an id that can't be one. */
export function legPath(callControlId: string | null, rest: '' | `/actions/${string}`): string | null {
  if (callControlId === null || !callControlId.isWellFormed()) return null;
  // Servers take `.` and `..` for steps in the path, and no encoding of them is safe.
  if (['', '.', '..'].includes(callControlId)) return null;
  return `/calls/${encodeURIComponent(callControlId)}${rest}`;
}
