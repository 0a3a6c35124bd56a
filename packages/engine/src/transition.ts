import { createWork, type RunnableFlow } from '@gatherline/flow';
import { type Call, INFERRED, isOver } from './call.ts';
import { endCall, onCarrierEvent } from './carrier-events.ts';
import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import { onAbandoned, onFailed } from './failure.ts';
import { letGoOfStrays } from './legs.ts';
import { startHangupPath } from './notify-listeners.ts';
import { withoutEntered } from './masking.ts';
import { onAccepted, onDeadline, onRefused, onRequested, onSignal } from './reports.ts';
import { change, type Run } from './run.ts';
import type { TraceEntry } from './trace.ts';

/** What one event does to a call: the call after it, the commands to send in order, and the story of it. */
export interface Transition {
  readonly call: Call;
  readonly commands: readonly Command[];
  readonly trace: readonly TraceEntry[];
}

/**
 * Moves a call by one event. Pure: the same flow, call, event and time (`atMs`, milliseconds since the epoch) give the
 * same result, down to the ids of the commands. Whatever the flow or the caller does is an outcome, never a throw.
 */
export function transition(flow: RunnableFlow, call: Call, event: EngineEvent, atMs: number): Transition {
  const run: Run = {
    root: flow,
    atMs,
    call,
    firstVisit: call.visit,
    commands: [],
    trace: [],
    work: createWork(),
  };
  apply(run, event);
  letGoOfStrays(run);
  if (isOver(run.call) && !run.call.hangupPathStarted) startHangupPath(run);
  if (isOver(run.call)) forget(run);
  return { call: run.call, commands: run.commands, trace: run.trace };
}

function apply(run: Run, event: EngineEvent): void {
  switch (event.kind) {
    case 'carrier':
      return onCarrierEvent(run, event.event);
    case 'accepted':
      return onAccepted(run, event);
    case 'refused':
      return onRefused(run, event);
    case 'requested':
      return onRequested(run, event);
    case 'signal':
      return onSignal(run, event);
    case 'deadline':
      return onDeadline(run, event.visit);
    case 'gone':
      if (run.call.state !== 'ended') endCall(run, { cause: event.why, source: INFERRED });
      return;
    case 'failed':
      return onFailed(run, event.why);
    case 'abandoned':
      return onAbandoned(run, event.why);
  }
}

/** What was entered in confidence is not kept longer than the call. */
function forget(run: Run): void {
  if (run.call.sensitive.length === 0) return;
  change(run, { ...withoutEntered(run.root, run.call), sensitive: [] });
}
