import { isJsonObject } from '@gatherline/flow';

/** The client_state of a visit: base64 of `{"v":<visit>}`, as the carrier sends it back with each event. */
export function writeVisit(visit: number): string {
  return btoa(JSON.stringify({ v: visit }));
}

/** The visit a client_state names; `null` when there is none or it is not ours. */
export function readVisit(clientState: unknown): number | null {
  if (typeof clientState !== 'string') return null;
  try {
    const state: unknown = JSON.parse(atob(clientState));
    return isJsonObject(state) && Number.isSafeInteger(state.v) && typeof state.v === 'number'
      ? state.v
      : null;
  } catch {
    return null;
  }
}
