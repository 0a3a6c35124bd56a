import type { Carrier } from '@gatherline/carrier';
import type { CarrierEvent } from '@gatherline/flow';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { FlowLibrary } from '../../flows/library.ts';
import type { CallStore, CarrierName, ProcessResult } from '../../store/ports/call-store.ts';
import { StoreUnavailableError } from '../../store/ports/store.ts';
import type { InFlight } from '../../in-flight.ts';
import type { ResolvedTarget } from './begin-reducers.ts';
import type { ResolveCallInputs } from './resolve-call-inputs.ts';
import type { NoteFault } from '../faults.ts';
import { addressOf, isArrival, type Leg, readLeg } from './leg.ts';
import type { CallTarget } from '../advance-call.ts';
import type { Reducers } from '../reducers.ts';

/** What became of an event. `followUp` sends what it asks for; to be called once the carrier has its answer. */
export interface Receipt {
  readonly outcome: 'moved' | 'duplicate' | 'unrouted' | 'no_call';
  readonly callId: string | null;
  readonly isTest: boolean;
  followUp(): void;
}

/** Takes an event whose sender is known. Rejects with StoreUnavailableError. */
export type ReceiveEvent = (carrier: CarrierName, event: CarrierEvent) => Promise<Receipt>;

export interface ReceiveParts {
  readonly calls: Pick<CallStore, 'process'>;
  readonly library: Pick<FlowLibrary, 'versionFor'>;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  /** The flow that the phone rings on this connection; null when the call is none of the phone's. */
  readonly phoneTarget: (connectionId: string | null) => CallTarget | null;
  readonly resolveCallInputs: ResolveCallInputs;
  readonly noteFault: NoteFault;
  readonly reducers: Reducers;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly log: Logger;
}

export function createReceiveEvent(
  parts: ReceiveParts,
  followUp: (processed: ProcessResult) => void,
): ReceiveEvent {
  const { calls, clock, reducers } = parts;

  return async (carrier, event) => {
    const leg = readLeg(event.payload);
    const callId = leg.call_control_id;
    const isNew = isArrival(event, leg);
    const target = isNew ? await equippedLanding(parts, carrier, leg) : null;
    const atMs = clock.now();
    const input = { carrier, eventId: event.id, address: addressOf(event, leg), atMs };
    const processed = await calls.process(input, reducers.onEvent(event, leg, { target, atMs }));

    if (processed.kind === 'changed') {
      const { after, isTest } = processed;
      return { outcome: 'moved', callId: after.id, isTest, followUp: () => followUp(processed) };
    }
    // Without a call to ask, what the emulator says is held to be about a test.
    const about = { callId, isTest: carrier === 'emulator' };
    if (processed.kind === 'duplicate') return { ...about, outcome: 'duplicate', followUp: nothing };
    if (!isNew) return { ...about, outcome: 'no_call', followUp: nothing };
    return {
      ...about,
      outcome: 'unrouted',
      followUp: () => rejectCall(parts, carrier, { leg, eventId: event.id }),
    };
  };
}

/** Where an arriving call lands. One that can't be led by a fault of ours is turned away: who calls should hear that. */
async function equippedLanding(
  parts: ReceiveParts,
  carrier: CarrierName,
  leg: Leg,
): Promise<ResolvedTarget | null> {
  try {
    const target = await targetOf(parts, carrier, { to: leg.to ?? '', connectionId: leg.connection_id });
    return target && { ...target, inputs: await parts.resolveCallInputs(target.flowVersion) };
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    parts.noteFault('webhook', error, { call: leg.call_control_id });
    return null;
  }
}

async function targetOf(
  { phoneTarget, carriers, library }: ReceiveParts,
  carrier: CarrierName,
  { to, connectionId }: { to: string; connectionId: string | null },
): Promise<CallTarget | null> {
  const rung = carrier === 'emulator' ? phoneTarget(connectionId) : null;
  // Beside the real carrier nobody but the phone has business on the emulator.
  if (rung !== null || (carrier === 'emulator' && carriers.has('telnyx'))) return rung;
  const flowVersion = await library.versionFor(to, connectionId);
  return flowVersion && { flowVersion, isTest: false };
}

function rejectCall(
  { carriers, inFlight, noteFault, log }: ReceiveParts,
  name: CarrierName,
  { leg, eventId }: { leg: Leg; eventId: string },
): void {
  const { call_control_id: callId, to, connection_id: connection } = leg;
  log.warn(
    { call: callId, event: eventId, to, connection },
    `no flow answers ${to ?? 'this call'}: it is rejected; add a route for it, or a default flow`,
  );
  const command = {
    action: 'reject',
    callControlId: callId,
    commandId: eventId,
    body: { cause: 'CALL_REJECTED' },
  };
  const carrier = carriers.get(name);
  if (carrier === undefined) return;
  const sent = carrier.send(command);
  void inFlight.track(sent.catch((error: unknown) => noteFault('command', error, { call: callId })));
}

function nothing(): void {}
