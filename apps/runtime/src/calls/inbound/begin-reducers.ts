import { beginCall, type EngineEvent, type NewCall } from '@gatherline/engine';
import type { CarrierEvent } from '@gatherline/flow';
import type { CallUpdate, Dial, FlowVersion, Reducer } from '../../store/ports/call-store.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import { type Leg, toArrivedCall, toDialledCall } from './leg.ts';
import { type CallInputs, type CallTarget, nextDeadline, type AdvanceCall } from '../advance-call.ts';

/** A landing with what the call is given there. */
export interface ResolvedTarget extends CallTarget {
  readonly inputs: CallInputs;
}

/** The facts by which a call may begin. */
export function createBeginReducers(advanceCall: AdvanceCall, documents: DocumentCache) {
  const flowOf = ({ document }: FlowVersion) => documents(document.hash, () => document.text);

  return {
    /** An event of the carrier. A call that is not known yet begins on `target`, or by the dial that the event names. */
    onEvent(
      event: CarrierEvent,
      leg: Leg,
      { target, atMs }: { target: ResolvedTarget | null; atMs: number },
    ): Reducer {
      const input: EngineEvent = { kind: 'carrier', event };
      const { occurredAt } = event;
      return ({ call: known, dial }) => {
        if (known !== null) return advanceCall(known, input, atMs);
        const begins = beginningOf(dial, target);
        const facts = factsOf(leg, { dial, target, occurredAt });
        if (begins === null || facts === null) return null;
        const document = flowOf(begins.flowVersion);
        const call = beginCall(document, facts);
        const fresh = { document, call, isTest: begins.isTest, isReadable: true };
        return { ...advanceCall(fresh, input, atMs), begins };
      };
    },

    /** The carrier took a dial: the call is known by its id from now on, and begins with its first event. */
    onDialled(leg: Leg, atMs: number): Reducer {
      return ({ call, dial }) => {
        const facts = dial && toDialledCall(leg, dial, new Date(atMs).toISOString());
        if (call !== null || dial === null || facts === null) return null;
        const begun = beginCall(flowOf(dial.flowVersion), facts);
        const begins = { flowVersion: dial.flowVersion, isTest: false, dialId: dial.id };
        return { call: begun, begins, trace: [], commands: [], deadlineMs: nextDeadline(begun, atMs) };
      };
    },
  };
}

function factsOf(
  leg: Leg,
  { dial, target, occurredAt }: { dial: Dial | null; target: ResolvedTarget | null; occurredAt: string },
): NewCall | null {
  if (dial !== null) return toDialledCall(leg, dial, occurredAt);
  return target && toArrivedCall(leg, occurredAt, target.inputs);
}

function beginningOf(
  dial: Dial | null,
  target: ResolvedTarget | null,
): NonNullable<CallUpdate['begins']> | null {
  if (dial !== null) return { flowVersion: dial.flowVersion, isTest: false, dialId: dial.id };
  return target && { flowVersion: target.flowVersion, isTest: target.isTest, dialId: null };
}
