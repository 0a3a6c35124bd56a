import type { Refusal } from '@gatherline/carrier';
import type { Call, EngineEvent } from '@gatherline/engine';
import type { JsonObject } from '@gatherline/flow';
import type { PendingCommand, Reducer } from '../../store/ports/call-store.ts';
import type { AdvanceCall } from '../advance-call.ts';
import type { RequestAnswer } from './send-request.ts';

/** What the carrier made of a command; the step that tells the call settles the command too. */
export function createOutcomeReducers(advanceCall: AdvanceCall) {
  function acknowledging({ seq, command }: PendingCommand, event: EngineEvent, atMs: number): Reducer {
    return ({ call }) => {
      if (call === null) return null;
      const change = { ...advanceCall(call, event, atMs), acknowledges: seq };
      return event.kind === 'refused' && hasLeft(call.call, change.call, command.visit)
        ? { ...change, cancels: command }
        : change;
    };
  }

  return {
    onAccepted(pending: PendingCommand, response: JsonObject, atMs: number): Reducer {
      return acknowledging(pending, { kind: 'accepted', command: pending.command, response }, atMs);
    },

    onRequested(pending: PendingCommand, { type, payload }: RequestAnswer, atMs: number): Reducer {
      return acknowledging(pending, { kind: 'requested', command: pending.command, type, payload }, atMs);
    },

    onRefused(pending: PendingCommand, refusal: Omit<Refusal, 'class'>, atMs: number): Reducer {
      const { status, code, title, detail } = refusal;
      const event = { kind: 'refused', command: pending.command, status, code, title, detail } as const;
      return acknowledging(pending, event, atMs);
    },

    onCallOver(pending: PendingCommand, why: string, atMs: number): Reducer {
      return acknowledging(pending, { kind: 'gone', why }, atMs);
    },
  };
}

/**
 * A refusal that makes the node leave: what it still had to send in that visit would come too late and out of place. Not
 * so once the path has gone on or ended: there the rest, such as the hang-up, stands for itself.
 */
function hasLeft(before: Call, after: Call, visit: number): boolean {
  return before.node !== null && before.visit === visit && after.visit !== visit;
}
