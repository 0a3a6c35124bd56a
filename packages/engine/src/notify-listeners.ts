import type { NodeEvent } from '@gatherline/flow';
import { runSidePath } from './side-path.ts';
import type { Takeover } from './call.ts';
import { endPath } from './end-path.ts';
import { atDepth, unwindTo } from './frames.ts';
import { listenersTo } from './listeners.ts';
import { goTo } from './path.ts';
import { change, flowOf, referenceAt, type Run, trace } from './run.ts';
import { send } from './send.ts';
import { isAcceptedBy, nodeOf, stopOf } from './visit.ts';

/** What runs is given this long to stop before the call goes on from the listener, in milliseconds. */
export const STOP_WITHIN_MS = 2_000;

/** Events that are remembered as heard. */
const REMEMBERED = 16;

interface Found {
  readonly listener: string;
  readonly depth: number;
  readonly mode: 'interrupt' | 'alongside';
}

/**
 * Lets the listeners of the flow, and of those that entered it, hear an event: what runs alongside runs now, then the
 * first that interrupts takes the call over. Tells whether one did, and in the trace that the event was received.
 */
export function listen(run: Run, event: NodeEvent): 'unheard' | 'heard' | 'taken_over' {
  const { state, node, recentEventIds } = run.call;
  // Before the flow has begun, and once its path has ended, there is nothing to interrupt.
  if (state === 'ended' || node === null) return 'unheard';
  // Told again, it is for whoever waits for it to know that.
  if (recentEventIds.includes(event.id)) return 'unheard';
  const found = whoHears(run, event);
  if (found.length === 0) return 'unheard';
  change(run, { recentEventIds: [event.id, ...recentEventIds].slice(0, REMEMBERED) });
  const { id: event_id, type, payload, occurredAt: occurred_at } = event;
  trace(run, { kind: 'received', event_id, type, occurred_at, payload, node });
  for (const { listener, depth, mode } of found) {
    trace(run, { kind: 'heard', node: listener, type: event.type, mode }, referenceAt(run.call, depth));
    if (mode === 'alongside') atDepth(run, depth, () => startSidePath(run, listener, event));
    else return interrupt(run, { listener, depth, event: event.payload }, event);
  }
  return 'heard';
}

function startSidePath(run: Run, listener: string, event: NodeEvent): void {
  change(run, { event: event.payload });
  runSidePath(run, listener);
}

/** Those alongside first, then the first that interrupts; the innermost flow's before those of the flows around it. */
function whoHears(run: Run, event: NodeEvent): readonly Found[] {
  const depths = Array.from(
    { length: run.call.frames.length + 1 },
    (_, index) => run.call.frames.length - index,
  );
  const all = depths.flatMap((depth) => atDepth(run, depth, () => listenersHere(run, event, depth)));
  const interrupting = all.filter(({ mode }) => mode === 'interrupt').slice(0, 1);
  return [...all.filter(({ mode }) => mode === 'alongside'), ...interrupting];
}

function listenersHere(run: Run, event: NodeEvent, depth: number): readonly Found[] {
  return listenersTo(flowOf(run), event.type).flatMap((listener): Found[] => {
    if (!isAcceptedBy(run, listener, event)) return [];
    const isAlongside = nodeOf(run, listener).node?.params.mode === 'alongside';
    return [{ listener, depth, mode: isAlongside ? 'alongside' : 'interrupt' }];
  });
}

/** The call leaves where it waits: what runs there is stopped first, then the call goes on from the listener. */
function interrupt(run: Run, takeover: Takeover, event: NodeEvent): 'taken_over' {
  const { node, waiting } = run.call;
  if (waiting?.stoppingFor !== undefined) {
    change(run, { waiting: { ...waiting, stoppingFor: takeover } });
    return 'taken_over';
  }
  const stop = node === null ? undefined : stopOf(run, node);
  if (node === null || stop === undefined || stop.commands.length === 0 || stop.until.includes(event.type)) {
    change(run, { since: { event: event.id, at: event.occurredAt } });
    takeOver(run, takeover);
    return 'taken_over';
  }
  for (const request of stop.commands) send(run, node, request);
  const deadlineMs = run.atMs + STOP_WITHIN_MS;
  change(run, { waiting: { for: stop.until, deadlineMs, stoppingFor: takeover } });
  return 'taken_over';
}

/** The call goes on from a listener. */
export function takeOver(run: Run, { listener, depth, event }: Takeover): void {
  unwindTo(run, depth);
  change(run, { event, idleVisits: 0 });
  goTo(run, listener);
}

/**
 * The caller has hung up, and the path of the call has ended: what the flow has to do afterwards begins, by its
 * listener or by the step that it names for that.
 */
export function startHangupPath(run: Run): void {
  const { id, frames, hangup } = run.call;
  change(run, { hangupPathStarted: true });
  const payload = { hangup_cause: hangup?.cause ?? null, hangup_source: hangup?.source ?? null };
  const event: NodeEvent = {
    id: `${id}/closing`,
    type: 'call.hangup',
    occurredAt: new Date(run.atMs).toISOString(),
    payload,
    leg: 'own',
  };
  for (let depth = frames.length; depth >= 0; depth -= 1) {
    const [heard] = atDepth(run, depth, () => listenersHere(run, event, depth));
    const handler = atDepth(run, depth, () => flowOf(run).settings.handlers?.hangup);
    const next = heard?.listener ?? handler;
    if (typeof next !== 'string') continue;
    unwindTo(run, depth);
    if (nodeOf(run, next).node === undefined) continue;
    if (heard !== undefined) trace(run, { kind: 'heard', node: next, type: event.type, mode: heard.mode });
    change(run, { event: payload });
    return goTo(run, next);
  }
  endPath(run);
}
