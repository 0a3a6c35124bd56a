import type { NodeEvent } from '@gatherline/flow';
import { runSidePath } from './side-path.ts';
import { isCallerInput } from './budget.ts';
import { type Call, INFERRED, type Takeover } from './call.ts';
import { isOfVisit } from './visit-of-event.ts';
import { endPath } from './end-path.ts';
import { atDepth, unwindTo } from './frames.ts';
import { listenersTo } from './listeners.ts';
import { goTo } from './path.ts';
import { change, flowOf, referenceAt, type Run, trace } from './run.ts';
import { goOnAfterStop, takeOver } from './after-stop.ts';
import { beginStop } from './stop.ts';
import { isAcceptedBy, nodeOf, stopOf } from './visit.ts';

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
  if (recentEventIds.includes(event.id) || isOwnSound(run.call, event)) return 'unheard';
  const found = whoHears(run, event);
  if (found.length === 0) return 'unheard';
  change(run, { recentEventIds: [event.id, ...recentEventIds].slice(0, REMEMBERED) });
  if (isCallerInput(event)) change(run, { idleCost: 0 });
  const { id: event_id, type, payload, occurredAt: occurred_at } = event;
  trace(run, { kind: 'received', event_id, type, occurred_at, payload, node });
  for (const { listener, depth, mode } of found) {
    trace(run, { kind: 'heard', node: listener, type: event.type, mode }, referenceAt(run.call, depth));
    if (mode === 'alongside') atDepth(run, depth, () => startSidePath(run, listener, event));
    else return interrupt(run, { listener, depth, event: event.payload }, event);
  }
  return 'heard';
}

/** What a step plays for itself, such as music while it rings, is no sound of the flow's. */
function isOwnSound({ ownSounds }: Call, { type, payload: { media_url: url } }: NodeEvent): boolean {
  return type.startsWith('call.playback.') && typeof url === 'string' && ownSounds.includes(url);
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
    // The end that was asked for is nobody's news: the call goes on as it was going to.
    if (waiting.for.includes(event.type) && isOfVisit(run.call, event))
      goOnAfterStop(run, waiting.stoppingFor);
    else change(run, { waiting: { ...waiting, stoppingFor: takeover } });
    return 'taken_over';
  }
  const stop = node === null ? undefined : stopOf(run, node);
  const hasEnded = stop?.until.includes(event.type) === true && isOfVisit(run.call, event);
  if (node !== null && stop !== undefined && !hasEnded && beginStop(run, node, { stop, then: takeover }))
    return 'taken_over';
  change(run, { since: { event: event.id, at: event.occurredAt } });
  takeOver(run, takeover);
  return 'taken_over';
}

/** How long the webhook that tells why the call ended may take once the carrier has said that it has, in milliseconds. */
const TOLD_WITHIN_MS = 10_000;

/**
 * The caller has hung up, and the path of the call has ended: what the flow has to do afterwards begins, by its
 * listener or by the step that it names for that.
 */
export function startHangupPath(run: Run): void {
  const { id, frames, hangup } = run.call;
  if (hangup?.source === INFERRED)
    return change(run, { waiting: { for: ['call.hangup'], deadlineMs: run.atMs + TOLD_WITHIN_MS } });
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
