import { type Call, type EngineEvent, isOver } from '@gatherline/engine';
import type { JsonObject } from '@gatherline/flow';
import type { CallUpdate, FlowVersion, StoredCall } from '../store/ports/call-store.ts';

const idleCheckMs = 60 * 60_000;
const unbegunCheckMs = 60_000;

/** The flow that answers a call which is not known here yet, and whether it is a test. */
export interface CallTarget {
  readonly flowVersion: FlowVersion;
  readonly isTest: boolean;
}

/** What a call is given when it begins, beside what the carrier says of it. */
export interface CallInputs {
  /** A text that nobody can guess. */
  readonly seed: string;
  /** Values of the resources that its flows declare, without secrets. */
  readonly resources: JsonObject;
  /** By whose clock it is told the time where its flow names no zone. */
  readonly timeZone?: string;
}

/** Moves a call by one event, at that time in milliseconds since the epoch. */
export type AdvanceCall = (
  call: Pick<StoredCall, 'document' | 'call' | 'isTest' | 'isReadable'>,
  event: EngineEvent,
  atMs: number,
) => CallUpdate;

/** A call with nothing to wait for is looked after now and then, in case its end is never told. */
export function nextDeadline(call: Call, atMs: number): number | null {
  if (isOver(call)) return null;
  const { waiting, visit } = call;
  return waiting?.deadlineMs ?? atMs + (visit === 0 ? unbegunCheckMs : idleCheckMs);
}
