import type { JsonObject } from '@gatherline/flow';
import type { Clock } from '../../clock.ts';
import { RequestError } from '../../request-error.ts';
import type { CallStore } from '../../store/ports/call-store.ts';
import { traceBatches } from '../trace-batches.ts';
import type { ApplyToCall } from '../apply-to-call.ts';
import type { Reducers } from '../reducers.ts';

export interface Signal {
  /** The same for a signal that is told again. */
  readonly id: string;
  readonly name: string;
  readonly data: JsonObject;
}

/** Raises a signal for a call; tells whether a step of its flow listens for it. Rejects with RequestError. */
export type RaiseSignal = (callId: string, signal: Signal) => Promise<{ readonly isHeard: boolean }>;

interface SignalParts {
  readonly calls: Pick<CallStore, 'read' | 'readTrace'>;
  readonly reducers: Reducers;
  readonly applyToCall: ApplyToCall;
  readonly clock: Clock;
}

export function createRaiseSignal({ calls, reducers, applyToCall, clock }: SignalParts): RaiseSignal {
  return async (callId, signal) => {
    const stored = await calls.read(callId);
    if (stored === null)
      throw new RequestError(404, 'no_such_call', 'There is no call with this call_control_id.');
    const atMs = clock.now();
    const input = {
      carrier: stored.carrier,
      eventId: `signal/${callId}/${signal.id}`,
      address: { by: 'call', callId },
      atMs,
    } as const;
    const processed = await applyToCall(input, reducers.onInput({ kind: 'signal', ...signal }, atMs));
    if (processed.kind === 'changed' && processed.before?.state === 'ended')
      throw new RequestError(409, 'call_over', 'This call is over.');
    return { isHeard: await wasHeard(calls, callId, signal.id) };
  };
}

/** As the trace tells it: of a signal that comes again, what was said of it the first time. */
async function wasHeard(
  calls: Pick<CallStore, 'readTrace'>,
  callId: string,
  signalId: string,
): Promise<boolean> {
  for await (const batch of traceBatches(calls, callId)) {
    const isHeard = batch.some(
      (one) => one.kind === 'received' && one.type === 'signal' && one.event_id === signalId,
    );
    if (isHeard) return true;
  }
  return false;
}
