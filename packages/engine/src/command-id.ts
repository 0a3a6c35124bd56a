import { v5 } from 'uuid';

const NAMESPACE = '6f1d3c52-9a1e-5b7c-8d40-2f6b1c9e7a35';

/** The command_id of a command: the same for the same call, visit and index, so that the carrier drops a repeat. */
export function commandId(callId: string, visit: number, index: number): string {
  return v5(`${callId}/${visit}/${index}`, NAMESPACE);
}
