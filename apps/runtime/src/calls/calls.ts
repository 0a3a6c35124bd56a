import type { Metrics } from '../metrics.ts';
import type { CallStore, Processed } from '../stores/call-store.ts';
import { createDocumentCache } from '../stores/document-cache.ts';
import { createCarryOut } from './carry-out.ts';
import { createDialOut, type DialOut } from './dial-out.ts';
import { forgetOldEvents } from './forget-old-events.ts';
import { createReceiveEvent, type ReceiveEvent, type ReceiveParts } from './receive-event.ts';
import { recover } from './recover.ts';
import type { Report } from './report.ts';
import { createSteps } from './steps.ts';
import { createTimers } from './timers.ts';

export interface CallParts extends Omit<ReceiveParts, 'steps'> {
  readonly calls: CallStore;
  readonly metrics: Metrics;
}

export interface Calls {
  readonly receive: ReceiveEvent;
  readonly dialOut: DialOut;
  /** Takes up what a former process left. */
  start(): Promise<void>;
  readonly stop: () => void;
}

/** Everything that moves a call: events, answers to commands, deadlines. */
export function createCalls(given: CallParts): Calls {
  const { calls } = given;
  const steps = createSteps({ documents: createDocumentCache(), metrics: given.metrics });
  const report: Report = async (incoming, step) => {
    const processed = await calls.process(incoming, step);
    followUp(processed);
    return processed;
  };
  const parts = { ...given, steps, report };
  const timers = createTimers(parts);
  const carryOut = createCarryOut(parts);
  const dialOut = createDialOut(parts);
  let stopForgetting = () => {};

  function followUp(processed: Processed): void {
    if (processed.kind !== 'changed') return;
    timers.notice(processed.deadlineMs);
    carryOut.take(processed.after.id, processed.commands, processed.dropped);
  }

  return {
    receive: createReceiveEvent(parts, followUp),
    dialOut,
    async start() {
      await recover({ ...parts, carryOut, dialOut });
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
