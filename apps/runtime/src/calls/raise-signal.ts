import type { JsonObject } from '@gatherline/flow';
import type { Clock } from '../clock.ts';
import { RequestError } from '../request-error.ts';
import type { CallStore, Step } from '../stores/call-store.ts';
import type { Report } from './report.ts';
import type { Steps } from './steps.ts';

export interface Signal {
  /** The same for a signal that is told again. */
  readonly id: string;
  readonly name: string;
  readonly data: JsonObject;
}

/** Raises a signal for a call; tells whether a step of its flow listens for it. Rejects with RequestError. */
export type RaiseSignal = (callId: string, signal: Signal) => Promise<{ readonly isHeard: boolean }>;

interface SignalParts {
  readonly calls: Pick<CallStore, 'read'>;
  readonly steps: Steps;
  readonly report: Report;
  readonly clock: Clock;
}

export function createRaiseSignal({ calls, steps, report, clock }: SignalParts): RaiseSignal {
  return async (callId, signal) => {
    const stored = await calls.read(callId);
    if (stored === null)
      throw new RequestError(404, 'no_such_call', 'There is no call with this call_control_id.');
    const atMs = clock.now();
    const raise = steps.onFact({ kind: 'signal', ...signal }, atMs);
    let isHeard = false;
    const step: Step = (loaded) => {
      const change = raise(loaded);
      isHeard = change?.trace.some(({ kind }) => kind === 'heard') === true;
      return change;
    };
    const eventId = `signal/${callId}/${signal.id}`;
    const processed = await report(
      { carrier: stored.carrier, eventId, address: { by: 'call', callId }, atMs },
      step,
    );
    if (processed.kind === 'changed' && processed.before?.state === 'ended')
      throw new RequestError(409, 'call_over', 'This call is over.');
    return { isHeard: isHeard || processed.kind === 'duplicate' };
  };
}
