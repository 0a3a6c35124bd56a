import type { Carrier } from '@gatherline/carrier';
import type { CarrierEvent } from '@gatherline/flow';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { FlowLibrary } from '../flows/library.ts';
import type { Metrics } from '../metrics.ts';
import type { CallStore, CarrierName, Processed } from '../stores/call-store.ts';
import { createDocumentCache } from '../stores/document-cache.ts';
import type { WorkInHand } from '../work-in-hand.ts';
import { createCarryOut } from './carry-out.ts';
import { createDialOut, type DialOut } from './dial-out.ts';
import { forgetOldEvents } from './forget-old-events.ts';
import { addressOf, isArrival, readLeg } from './leg.ts';
import { recover } from './recover.ts';
import type { Report } from './report.ts';
import { createSteps, type Landing } from './steps.ts';
import { createTimers } from './timers.ts';

export interface CallParts {
  readonly calls: CallStore;
  readonly library: FlowLibrary;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  /** The flow that the phone rings on this connection; null when the call is none of the phone's. */
  readonly phoneLanding: (connectionId: string | null) => Landing | null;
  readonly clock: Clock;
  readonly work: WorkInHand;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** What became of an event. `followUp` sends what it asks for; to be called once the carrier has its answer. */
export interface Receipt {
  readonly outcome: 'moved' | 'duplicate' | 'unrouted' | 'no_call';
  readonly callId: string | null;
  readonly isTest: boolean;
  followUp(): void;
}

export interface Calls {
  receive(carrier: CarrierName, event: CarrierEvent): Promise<Receipt>;
  readonly dialOut: DialOut;
  /** Takes up what a former process left. */
  start(): Promise<void>;
  readonly stop: () => void;
}

export function createCalls(parts: CallParts): Calls {
  const { calls, clock, carriers, log, work } = parts;
  const steps = createSteps({ documents: createDocumentCache(), metrics: parts.metrics });

  function followUp(processed: Processed): void {
    if (processed.kind !== 'changed') return;
    timers.notice(processed.deadlineMs);
    carryOut.take(processed.after.id, processed.commands, processed.dropped);
  }
  const report: Report = async (incoming, step) => {
    const processed = await calls.process(incoming, step);
    followUp(processed);
    return processed;
  };
  const timers = createTimers({ ...parts, steps, report });
  const carryOut = createCarryOut({ ...parts, steps, report });
  const dialOut = createDialOut({ ...parts, steps, report });

  let stopForgetting = () => {};

  async function landingOf(
    carrier: CarrierName,
    number: string,
    connectionId: string | null,
  ): Promise<Landing | null> {
    const rung = carrier === 'emulator' ? parts.phoneLanding(connectionId) : null;
    // Beside the real carrier nobody but the phone has business on the emulator.
    if (rung !== null || (carrier === 'emulator' && carriers.has('telnyx'))) return rung;
    const follows = await parts.library.answering(number, connectionId);
    return follows && { follows, isTest: false };
  }

  function turnAway(name: CarrierName, callControlId: string | null, event: CarrierEvent): void {
    log.warn({ call: callControlId, event: event.id }, 'no flow answers this number: the call is rejected');
    const command = {
      action: 'reject',
      callControlId,
      commandId: event.id,
      body: { cause: 'CALL_REJECTED' },
    };
    const carrier = carriers.get(name);
    if (carrier !== undefined) void work.track(carrier.send(command));
  }

  return {
    dialOut,
    async receive(carrier, event) {
      const leg = readLeg(event.payload);
      const callId = leg.call_control_id;
      const isNew = isArrival(event, leg);
      const landing = isNew ? await landingOf(carrier, leg.to ?? '', leg.connection_id) : null;
      const atMs = clock.now();
      const incoming = { carrier, eventId: event.id, address: addressOf(event, leg), atMs };
      const processed = await calls.process(incoming, steps.onEvent(event, leg, { landing, atMs }));

      if (processed.kind === 'changed') {
        const { after, isTest } = processed;
        return { outcome: 'moved', callId: after.id, isTest, followUp: () => followUp(processed) };
      }
      // Without a call to ask, what the emulator says is held to be about a test.
      const about = { callId, isTest: carrier === 'emulator' };
      if (processed.kind === 'duplicate') return { ...about, outcome: 'duplicate', followUp: nothing };
      if (!isNew) return { ...about, outcome: 'no_call', followUp: nothing };
      return { ...about, outcome: 'unrouted', followUp: () => turnAway(carrier, callId, event) };
    },
    async start() {
      await recover({ ...parts, report, steps, carryOut, dialOut });
      await timers.start();
      stopForgetting = forgetOldEvents(parts);
    },
    stop() {
      stopForgetting();
      timers.stop();
      carryOut.stop();
    },
  };
}

function nothing(): void {}
