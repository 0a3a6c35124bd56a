import type { Carrier } from '@gatherline/carrier';
import { isOver, isTimed } from '@gatherline/engine';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type {
  CallStore,
  CarrierName,
  DueCall,
  CallSnapshot,
  ProcessResult,
  Reducer,
} from '../../store/ports/call-store.ts';
import { StoreUnavailableError } from '../../store/ports/store.ts';
import type { InFlight } from '../../in-flight.ts';
import type { NoteFault } from '../faults.ts';
import { type Ask, createQuestions } from './questions.ts';
import type { ApplyToCall } from '../apply-to-call.ts';
import type { Reducers } from '../reducers.ts';

export interface TimerParts {
  readonly calls: Pick<CallStore, 'claimDue' | 'nextDeadline'>;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly reducers: Reducers;
  readonly applyToCall: ApplyToCall;
  readonly noteFault: NoteFault;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly log: Logger;
}

export interface Timers {
  /** A call has a deadline now; null: it has none any more. */
  notice(deadlineMs: number | null): void;
  /** Looks at what the store holds; deadlines that passed while no service ran are due at once. */
  start(): Promise<void>;
  stop(): void;
}

const storeRetryMs = 5000;

/** Deadlines live in the store; here is one timer to the earliest of them. */
export function createTimers(parts: TimerParts): Timers {
  const { calls, clock, inFlight, log } = parts;
  const ask = createQuestions((due) => askCarrier(parts, due));
  let earliestMs = Number.POSITIVE_INFINITY;
  let cancel = () => {};
  let isStopped = false;

  function set(atMs: number): void {
    cancel();
    earliestMs = atMs;
    cancel = clock.at(atMs, () => void inFlight.track(handleDueCalls()));
  }

  /** None of them is waited for: the carrier may take its time to answer for one, and the others are due. */
  async function handleDueCalls(): Promise<void> {
    earliestMs = Number.POSITIVE_INFINITY;
    try {
      const due = await calls.claimDue(clock.now());
      for (const call of due) void inFlight.track(handleDueCall(parts, call, ask));
      await setToNext();
    } catch (error) {
      log.error({ err: error }, 'deadlines can not be looked after now');
      if (!isStopped) set(clock.now() + storeRetryMs);
    }
  }

  async function setToNext(): Promise<void> {
    const next = await calls.nextDeadline();
    if (next !== null) notice(next);
  }

  function notice(deadlineMs: number | null): void {
    if (deadlineMs !== null && deadlineMs < earliestMs && !isStopped) set(deadlineMs);
  }

  return {
    notice,
    start: setToNext,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

/** A deadline that can't be met by a fault of ours makes its call leave its node by `error`. */
async function handleDueCall(parts: TimerParts, due: DueCall, ask: Ask): Promise<void> {
  const { callId } = due;
  const ways = [
    () => meet(parts, due, ask),
    () => reportTo(parts, due, parts.reducers.onFault(parts.clock.now())),
  ];
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (error) {
      // It was put off when it was claimed, and comes again.
      if (error instanceof StoreUnavailableError)
        return parts.log.error({ call: callId, err: error }, 'a deadline can not be stored now');
      parts.noteFault('deadline', error, { call: callId });
    }
  }
}

/**
 * A wait of the flow's own is over when its time is. Otherwise the carrier is asked first: a call that is gone ends, one
 * that is alive leaves its node, one nobody knows of waits on.
 */
async function meet(parts: TimerParts, due: DueCall, ask: Ask): Promise<void> {
  const atMs = parts.clock.now();
  const own: Reducer = (snapshot) => (owesNothing(snapshot) ? onDeadline(parts, atMs)(snapshot) : null);
  const processed = await reportTo(parts, due, own);
  if (processed.kind === 'unchanged' && !owesNothing(processed.snapshot)) await ask(due);
}

function reportTo(
  { applyToCall, clock }: TimerParts,
  { callId, carrier }: DueCall,
  reducer: Reducer,
): Promise<ProcessResult> {
  const address = { by: 'call', callId } as const;
  return applyToCall({ carrier, eventId: null, address, atMs: clock.now() }, reducer);
}

/** Nothing is awaited of the carrier: the flow waits of its own, or the caller has hung up. */
function owesNothing({ call }: CallSnapshot): boolean {
  return call === null || call.call.state === 'ended' || isTimed(call.call);
}

function onDeadline({ reducers }: TimerParts, atMs: number): Reducer {
  return (snapshot) => {
    const { call } = snapshot;
    if (call === null || isOver(call.call)) return null;
    // Something came in the meantime and the call waits anew.
    if (call.call.waiting !== null && call.call.waiting.deadlineMs > atMs) return null;
    return reducers.onInput({ kind: 'deadline', visit: call.call.visit }, atMs)(snapshot);
  };
}

async function askCarrier(parts: TimerParts, due: DueCall): Promise<void> {
  const { carriers, reducers, clock, log } = parts;
  const { callId, carrier } = due;
  const status = (await carriers.get(carrier)?.retrieveStatus(callId)) ?? { kind: 'unknown' as const };
  if (status.kind === 'unknown') {
    log.warn(
      { call: callId },
      'a deadline has passed and the carrier does not say whether the call is alive',
    );
    return;
  }
  const atMs = clock.now();
  const reducer =
    status.kind === 'alive' ? onDeadline(parts, atMs) : reducers.onInput({ kind: 'gone', why: gone }, atMs);
  await reportTo(parts, due, reducer);
}

const gone = 'The carrier says that the call is over.';
