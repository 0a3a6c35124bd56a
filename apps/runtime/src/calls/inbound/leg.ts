import type { NewCall } from '@gatherline/engine';
import { type CarrierEvent, isJsonObject, type JsonObject } from '@gatherline/flow';
import { z } from 'zod';
import type { CallAddress, Dial } from '../../store/ports/call-store.ts';
import type { CallInputs } from '../advance-call.ts';

const text = z.string().nullable().catch(null).default(null);

const legSchema = z.object({
  call_control_id: text,
  call_leg_id: text,
  call_session_id: text,
  client_state: text,
  connection_id: text,
  direction: text,
  from: text,
  to: text,
});

/** What an event, or the answer to a dial, says of its leg. */
export type Leg = z.infer<typeof legSchema>;

export function readLeg(payload: JsonObject): Leg {
  return legSchema.parse(payload);
}

/** Somebody outside calls us: the only event that may begin a call nobody here asked for. */
export function isArrival(event: CarrierEvent, leg: Leg): boolean {
  return event.type === 'call.initiated' && leg.direction === 'incoming';
}

/** Where to look for the call of an event. */
export function addressOf(event: CarrierEvent, leg: Leg): CallAddress {
  const own = { by: 'leg', callControlId: leg.call_control_id, sessionId: null, dialId: null } as const;
  // A new caller's client_state may be of their own making, and they share a session with nobody we know.
  if (isArrival(event, leg)) return own;
  return { ...own, sessionId: leg.call_session_id, dialId: readDialId(leg.client_state) };
}

/** The client_state of a call that we place, until its first command: it leads the events home that outrun the answer. */
export function writeDialId(id: string): string {
  return Buffer.from(JSON.stringify({ dial: id })).toString('base64');
}

function readDialId(clientState: string | null): string | null {
  if (clientState === null) return null;
  try {
    const state: unknown = JSON.parse(Buffer.from(clientState, 'base64').toString());
    return isJsonObject(state) && typeof state.dial === 'string' ? state.dial : null;
  } catch {
    return null;
  }
}

/** By whose clock callers are told the time where their flow names no zone: that of the machine, which TZ sets. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** The call of somebody who rings here; null when the leg can't be addressed. */
export function toArrivedCall(leg: Leg, startedAt: string, inputs: CallInputs): NewCall | null {
  const ids = idsOf(leg);
  const { from, to } = leg;
  const facts = { from: from ?? '', to: to ?? '', startedAt, timeZone };
  return ids && { ...ids, ...facts, direction: 'incoming', ...inputs };
}

/** The call of a dial of ours. */
export function toDialledCall(leg: Leg, dial: Dial, startedAt: string): NewCall | null {
  const { from, to, variables, connectionId, seed, resources } = dial;
  const ids = idsOf(leg);
  const facts = { from, to, variables, connectionId, seed, resources, startedAt, timeZone };
  return ids && { ...ids, ...facts, direction: 'outgoing' };
}

function idsOf(leg: Leg): Pick<NewCall, 'id' | 'legId' | 'sessionId' | 'connectionId'> | null {
  const id = leg.call_control_id;
  if (id === null || id === '') return null;
  return {
    id,
    legId: leg.call_leg_id ?? id,
    sessionId: leg.call_session_id ?? id,
    connectionId: leg.connection_id,
  };
}
