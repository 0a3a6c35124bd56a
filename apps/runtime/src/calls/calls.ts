import type { Metrics } from '../metrics.ts';
import type { CallStore, ProcessResult } from '../store/ports/call-store.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import type { Requester } from '../requests/requester.ts';
import type { Resources } from '../resources/resources.ts';
import { createCommandDispatcher } from './dispatch/command-dispatcher.ts';
import { createDialOut, type DialOut } from './dial/dial-out.ts';
import { createCallInputsResolver } from './inbound/resolve-call-inputs.ts';
import { createNoteFault } from './faults.ts';
import { purgeOldEvents } from './timers/purge-old-events.ts';
import { createReceiveEvent, type ReceiveEvent, type ReceiveParts } from './inbound/receive-event.ts';
import { createRaiseSignal, type RaiseSignal } from './signals/raise-signal.ts';
import { recover } from './recover.ts';
import type { ApplyToCall } from './apply-to-call.ts';
import { createReducers } from './reducers.ts';
import { createTimers } from './timers/timers.ts';
import type { InFlight } from '../in-flight.ts';

export interface CallParts extends Omit<ReceiveParts, 'reducers' | 'resolveCallInputs' | 'noteFault'> {
  readonly calls: CallStore;
  readonly documents: DocumentCache;
  readonly requester: Pick<Requester, 'send'>;
  readonly resources: Pick<Resources, 'valuesFor' | 'secret'>;
  /** Gives a text that nobody can guess. */
  readonly newSeed?: () => string;
  /** By whose clock a call is told the time where its flow names no zone; the machine's if left out. */
  readonly timeZone?: () => string | undefined;
  readonly requests: InFlight;
  readonly metrics: Metrics;
}

export interface Calls {
  readonly receive: ReceiveEvent;
  readonly dialOut: DialOut;
  readonly raiseSignal: RaiseSignal;
  /** Takes up what a former process left. */
  start(): Promise<void>;
  readonly stop: () => void;
}

/** Everything that moves a call: events, answers to commands, deadlines. */
export function createCalls(given: CallParts): Calls {
  const { calls } = given;
  const noteFault = createNoteFault(given);
  const reducers = createReducers({ ...given, noteFault });
  const applyToCall: ApplyToCall = async (input, reducer) => {
    const processed = await calls.process(input, reducer);
    followUp(processed);
    return processed;
  };
  const parts = {
    ...given,
    resolveCallInputs: createCallInputsResolver(given),
    reducers,
    noteFault,
    applyToCall,
  };
  const timers = createTimers(parts);
  const dispatcher = createCommandDispatcher(parts);
  const dialOut = createDialOut(parts);
  let stopPurging = () => {};

  function followUp(processed: ProcessResult): void {
    if (processed.kind !== 'changed') return;
    timers.notice(processed.deadlineMs);
    dispatcher.enqueue(processed.after.id, processed.commands, processed.cancelled);
  }

  return {
    receive: createReceiveEvent(parts, followUp),
    dialOut,
    raiseSignal: createRaiseSignal(parts),
    async start() {
      await recover({ ...parts, dispatcher, dialOut });
      await timers.start();
      stopPurging = purgeOldEvents(parts);
    },
    stop() {
      stopPurging();
      timers.stop();
      dispatcher.stop();
    },
  };
}
