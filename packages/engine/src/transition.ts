import { type Flow, leave } from '@gatherline/flow';
import type { Call } from './call.ts';
import { endCall, INFERRED, onCarrierEvent } from './carrier-events.ts';
import type { Command } from './command.ts';
import type { EngineEvent } from './event.ts';
import { END_WITHIN_MS, follow, send } from './path.ts';
import { change, type Run, tell, write } from './run.ts';
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
export function transition(flow: Flow, call: Call, event: EngineEvent, atMs: number): Transition {
  const run: Run = { flow, atMs, call, commands: [], trace: [] };
  apply(run, event);
  return { call: run.call, commands: run.commands, trace: run.trace };
}

function apply(run: Run, event: EngineEvent): void {
  switch (event.kind) {
    case 'carrier':
      return onCarrierEvent(run, event.event);
    case 'accepted':
      return keepAnswer(run, event);
    case 'refused':
      return onRefused(run, event);
    case 'deadline':
      return onDeadline(run, event.visit);
    case 'gone':
      if (run.call.state !== 'ended') endCall(run, event.why, INFERRED);
  }
}

/** What the carrier's answer holds belongs to the node that asked, wherever the call stands by now. */
function keepAnswer(run: Run, { node, keep, response }: Extract<EngineEvent, { kind: 'accepted' }>): void {
  const kept = keep.flatMap((name) =>
    response[name] === undefined ? [] : [[name, response[name]] as const],
  );
  write(run, node, { outputs: Object.fromEntries(kept) });
}

function onRefused(run: Run, event: Extract<EngineEvent, { kind: 'refused' }>): void {
  const { call } = run;
  const { visit, action, status, code, title, detail } = event;
  tell(run, { kind: 'refused', node: call.node ?? '', visit, action, status, code, title, detail });
  if (call.state === 'ended' || call.node === null || visit !== call.visit) return;
  follow(run, leave('error', { why: `${action} was refused: ${title} (${code}).` }));
}

/** The awaited event did not come although the call is alive. */
function onDeadline(run: Run, visit: number): void {
  const { call, atMs } = run;
  if (
    call.state === 'ended' ||
    call.waiting === null ||
    visit !== call.visit ||
    atMs < call.waiting.deadlineMs
  )
    return;
  if (call.node !== null) return follow(run, leave('error', { why: 'The carrier did not answer in time.' }));
  tell(run, { kind: 'note', text: 'The call should be over and is not; it is hung up again.' });
  send(run, '', { action: 'hangup', params: {} });
  change(run, { waiting: { for: [], deadlineMs: atMs + END_WITHIN_MS } });
}
