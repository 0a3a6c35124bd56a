import type { EngineEvent } from '@gatherline/engine';
import type { Metrics } from '../metrics.ts';
import type { Reducer } from '../store/ports/call-store.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import { createBeginReducers } from './inbound/begin-reducers.ts';
import type { NoteFault } from './faults.ts';
import { nextDeadline, type AdvanceCall } from './advance-call.ts';
import { ourFault, safeTransition } from './safe-transition.ts';
import { createOutcomeReducers } from './dispatch/outcome-reducers.ts';

export type Reducers = ReturnType<typeof createReducers>;

interface StepParts {
  readonly documents: DocumentCache;
  readonly metrics: Metrics;
  readonly noteFault: NoteFault;
}

/** What each kind of fact does to a call. All of it only computes: the store runs it inside its transaction. */
export function createReducers({ documents, metrics, noteFault }: StepParts) {
  const advanceCall: AdvanceCall = (stored, event, atMs) => {
    const startedAt = performance.now();
    const advanced = safeTransition(stored, { event, atMs }, noteFault);
    if (!stored.isTest) metrics.transitionSeconds.observe((performance.now() - startedAt) / 1000);
    return { ...advanced, deadlineMs: nextDeadline(advanced.call, atMs) };
  };

  return {
    /** A fact about a call that is known. */
    onInput(event: EngineEvent, atMs: number): Reducer {
      return ({ call }) => call && advanceCall(call, event, atMs);
    },
    /** Something outside of the engine went wrong with this call. */
    onFault(atMs: number): Reducer {
      return ({ call }) => call && advanceCall(call, ourFault, atMs);
    },
    ...createBeginReducers(advanceCall, documents),
    ...createOutcomeReducers(advanceCall),
  };
}
