import type { Refusal } from '@gatherline/carrier';
import { beginCall, type Call, type EngineEvent, type NewCall, transition } from '@gatherline/engine';
import type { CarrierEvent, JsonObject } from '@gatherline/flow';
import type { Metrics } from '../metrics.ts';
import type { Change, Dial, FollowedFlow, PendingCommand, Step, StoredCall } from '../stores/call-store.ts';
import type { DocumentCache } from '../stores/document-cache.ts';
import { type Leg, toArrivedCall, toDialledCall } from './leg.ts';

const lookAfterMs = 60 * 60_000;
const lookAfterUnbegunMs = 60_000;

/** The flow that answers a call which is not known here yet, and whether it is a test. */
export interface Landing {
  readonly follows: FollowedFlow;
  readonly isTest: boolean;
}

type Moving = Pick<StoredCall, 'document' | 'call' | 'isTest'>;

export type Steps = ReturnType<typeof createSteps>;

/** What each kind of fact does to a call. All of it only computes: the store runs it inside its transaction. */
export function createSteps({ documents, metrics }: { documents: DocumentCache; metrics: Metrics }) {
  function move({ document, call, isTest }: Moving, event: EngineEvent, atMs: number): Change {
    const startedAt = performance.now();
    const moved = transition(document, call, event, atMs);
    if (!isTest) metrics.transitionSeconds.observe((performance.now() - startedAt) / 1000);
    return { ...moved, deadlineMs: lookAfter(moved.call, atMs) };
  }

  /** A fact about a call that is known; without the call, and without a visible effect, there is nothing to write. */
  function onFact(event: EngineEvent, atMs: number): Step {
    return ({ call }) => call && move(call, event, atMs);
  }

  function settling({ seq, command }: PendingCommand, event: EngineEvent, atMs: number): Step {
    return ({ call }) => {
      if (call === null) return null;
      const change = { ...move(call, event, atMs), settles: seq };
      return event.kind === 'refused' && isStandingIn(call.call, command.visit)
        ? { ...change, dropsVisit: command.visit }
        : change;
    };
  }

  const flowOf = ({ document }: FollowedFlow) => documents(document.hash, () => document.text);

  return {
    onFact,

    /** An event of the carrier. A call that is not known yet begins on `landing`, or by the dial that the event names. */
    onEvent(
      event: CarrierEvent,
      leg: Leg,
      { landing, atMs }: { landing: Landing | null; atMs: number },
    ): Step {
      const fact: EngineEvent = { kind: 'carrier', event };
      return ({ call, dial }) => {
        if (call !== null) return move(call, fact, atMs);
        const begins = beginningOf(dial, landing);
        const facts = dial
          ? toDialledCall(leg, dial, event.occurredAt)
          : toArrivedCall(leg, event.occurredAt);
        if (begins === null || facts === null) return null;
        const document = flowOf(begins.follows);
        const fresh = { document, call: beginCall(document, facts), isTest: begins.isTest };
        return { ...move(fresh, fact, atMs), begins };
      };
    },

    /** The carrier took a dial: the call is known by its id from now on, and begins with its first event. */
    onDialled(leg: Leg, atMs: number): Step {
      return ({ call, dial }) => {
        const facts: NewCall | null = dial && toDialledCall(leg, dial, new Date(atMs).toISOString());
        if (call !== null || dial === null || facts === null) return null;
        const begun = beginCall(flowOf(dial.follows), facts);
        const begins = { follows: dial.follows, isTest: false, dialId: dial.id };
        return { call: begun, begins, trace: [], commands: [], deadlineMs: lookAfter(begun, atMs) };
      };
    },

    onAccepted(pending: PendingCommand, response: JsonObject, atMs: number): Step {
      const { id: commandId, node, keep } = pending.command;
      return settling(pending, { kind: 'accepted', commandId, node, keep, response }, atMs);
    },

    onRefused(pending: PendingCommand, refusal: Omit<Refusal, 'class'>, atMs: number): Step {
      const { id: commandId, visit, action } = pending.command;
      const { status, code, title, detail } = refusal;
      return settling(
        pending,
        { kind: 'refused', commandId, visit, action, status, code, title, detail },
        atMs,
      );
    },

    onCallOver(pending: PendingCommand, why: string, atMs: number): Step {
      return settling(pending, { kind: 'gone', why }, atMs);
    },
  };
}

function beginningOf(dial: Dial | null, landing: Landing | null): NonNullable<Change['begins']> | null {
  if (dial !== null) return { follows: dial.follows, isTest: false, dialId: dial.id };
  return landing && { ...landing, dialId: null };
}

/**
 * A refusal makes the node leave by `error`, so what the same visit still had to send would come too late and out of
 * place. Not so once the path has gone on or ended: there the rest, such as the hang-up, stands for itself.
 */
function isStandingIn(call: Call, visit: number): boolean {
  return call.state !== 'ended' && call.node !== null && call.visit === visit;
}

/** A call with nothing to wait for is looked after now and then, in case its end is never told. */
function lookAfter({ state, waiting, visit }: Call, atMs: number): number | null {
  if (state === 'ended') return null;
  return waiting?.deadlineMs ?? atMs + (visit === 0 ? lookAfterUnbegunMs : lookAfterMs);
}
