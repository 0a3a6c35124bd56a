import type { Conversation } from '@gatherline/conversations';
import {
  carrier,
  createModel,
  type ModelInput,
  type Outcome,
  type WebhookDraft,
} from '@gatherline/emulator/model';
import { beginCall, type Call, isTimed, type NewCall } from '@gatherline/engine';
import { definitionOf, type JsonObject, type RunnableFlow } from '@gatherline/flow';
import { type Desk, feed, take } from './desk-state.ts';
import type { LineRequest, LineView } from './line.ts';
import { checkHarmless, isAlive, move } from './move.ts';
import { toScript } from './script.ts';
import { createWeb, takeDue } from './web.ts';

/** Sets the desk up; the phone is ringing. */
export function setUpDesk(flow: RunnableFlow, conversation: Conversation): Desk {
  const beginMs = Date.parse(conversation.call.at);
  const model = createModel({ startMs: beginMs, script: toScript(conversation) });
  const opened = carrier(model, openingOf(flow, conversation), beginMs);
  const desk: Desk = {
    flow,
    carrier: opened.state,
    call: beginCall(flow, newCallOf(conversation, opened)),
    nowMs: beginMs,
    dueAtMs: null,
    heard: [],
    trace: [],
    post: [],
    holds: [],
    web: createWeb(conversation.http),
    signals: 0,
    delivered: new Map(),
    broken: null,
  };
  take(desk, opened);
  deliverPost(desk);
  return desk;
}

function openingOf({ nodes }: RunnableFlow, { call: { from, to, direction } }: Conversation): ModelInput {
  if (direction === 'incoming') return { kind: 'dial_in', from, to };
  const wishes = Object.values(nodes).map(({ type, params }) => definitionOf(type)?.dialsWith?.(params));
  return {
    kind: 'command',
    action: 'dial',
    callControlId: null,
    body: { ...Object.assign({}, ...wishes), from, to, connection_id: '1494404757140276705' },
  };
}

function newCallOf({ call, resources }: Conversation, { ids, state }: Outcome): NewCall {
  if (ids === null) throw new Error('The emulator opened no leg.');
  return {
    id: ids.callControlId,
    legId: ids.callLegId,
    sessionId: ids.callSessionId,
    connectionId: state.connectionId,
    from: call.from,
    to: call.to,
    direction: call.direction,
    variables: call.variables,
    seed: call.seed,
    resources,
    startedAt: new Date(call.at).toISOString(),
  };
}

/** Does what the conversation asks for, and everything that follows from it at once. */
export function perform(desk: Desk, request: LineRequest): LineView {
  const { call } = desk;
  if (request.do === 'act') feed(desk, { kind: 'caller', callControlId: call.id, act: request.act });
  if (request.do === 'wait') passTime(desk, desk.nowMs + request.ms);
  if (request.do === 'advance') passTime(desk, nextAtMs(desk) ?? desk.nowMs);
  if (request.do === 'command') {
    feed(desk, { kind: 'command', action: request.action, callControlId: call.id, body: request.params });
  }
  if (request.do === 'signal') raise(desk, request.name, request.data);
  if (request.do === 'redeliver') redeliver(desk, request.type);
  if (request.do === 'hold_back')
    desk.holds.push({ type: request.type, untilAfter: request.untilAfter, kept: null });
  deliverPost(desk);
  return viewOf(desk);
}

function deliverPost(desk: Desk): void {
  for (let next = desk.post.shift(); next !== undefined; next = desk.post.shift()) {
    const hold = desk.holds.find(({ type, kept }) => kept === null && type === next?.data.event_type);
    if (hold === undefined) deliver(desk, next);
    else hold.kept = next;
  }
}

function deliver(desk: Desk, { data }: WebhookDraft): void {
  const event = { id: data.id, type: data.event_type, occurredAt: data.occurred_at, payload: data.payload };
  desk.delivered.set(event.type, event);
  move(desk, { kind: 'carrier', event });
  const released = desk.holds.find(({ kept, untilAfter }) => kept !== null && untilAfter === event.type);
  if (released?.kept == null) return;
  desk.holds.splice(desk.holds.indexOf(released), 1);
  deliver(desk, released.kept);
}

function raise(desk: Desk, name: string, data: JsonObject): void {
  desk.signals += 1;
  move(desk, { kind: 'signal', id: `signal-${desk.signals}`, name, data });
}

function redeliver(desk: Desk, type: string): void {
  const event = desk.delivered.get(type);
  if (event === undefined) desk.broken ??= `the carrier has sent no ${type} yet.`;
  else checkHarmless(desk, event);
}

function passTime(desk: Desk, untilMs: number): void {
  for (let atMs = nextAtMs(desk); atMs !== null && atMs <= untilMs; atMs = nextAtMs(desk)) {
    desk.nowMs = Math.max(desk.nowMs, atMs);
    feed(desk, { kind: 'time' });
    deliverPost(desk);
    for (const answer of takeDue(desk.web, desk.nowMs)) move(desk, answer);
    deliverPost(desk);
    if (isOverdue(desk)) lookInto(desk);
    deliverPost(desk);
  }
  desk.nowMs = Math.max(desk.nowMs, untilMs);
}

/** What the service does when the awaited event does not come: unless the wait is the flow's own, it asks the carrier whether the call is alive. */
function lookInto(desk: Desk): void {
  const { call } = desk;
  if (call.state === 'ended' || isTimed(call) || isAlive(desk))
    move(desk, { kind: 'deadline', visit: desk.call.visit });
  else move(desk, { kind: 'gone', why: 'The carrier says that the call is over.' });
}

function isOverdue({ call, nowMs }: Desk): boolean {
  return call.waiting !== null && call.waiting.deadlineMs <= nowMs;
}

function nextAtMs({ call, dueAtMs, web }: Desk): number | null {
  const moments = [dueAtMs, call.waiting?.deadlineMs ?? null, ...web.due.map(({ atMs }) => atMs)];
  const next = Math.min(...moments.filter((atMs) => atMs !== null));
  return Number.isFinite(next) ? next : null;
}

/** What is known of the call at this moment. */
export function viewOf(desk: Desk): LineView {
  const kept = desk.holds.find((hold) => hold.kept !== null);
  const isQuiet = nextAtMs(desk) === null;
  return {
    heard: desk.heard,
    left: desk.trace.flatMap((line) => (line.kind === 'left' ? [line] : [])),
    sent: desk.trace.flatMap((line) => (line.kind === 'sent' ? [line] : [])),
    node: desk.call.node,
    hangup: hangupOf(desk, isQuiet),
    isQuiet,
    broken:
      desk.broken ??
      (isQuiet && kept !== undefined
        ? `the carrier never sent ${kept.untilAfter}, so ${kept.type} is still kept back.`
        : null),
  };
}

/**
 * How the call ended, in the carrier's own words: a command that is refused may have told the engine before, without
 * saying who hung up.
 */
function hangupOf({ call, trace }: Desk, isQuiet: boolean): Call['hangup'] {
  const payloads = trace.flatMap((line) =>
    (line.kind === 'received' || line.kind === 'ignored') && line.type === 'call.hangup'
      ? [line.payload]
      : [],
  );
  const { hangup_cause: cause, hangup_source: source } =
    payloads.find((payload) => payload.call_control_id === call.id) ?? {};
  if (typeof cause === 'string' && typeof source === 'string') return { cause, source };
  return isQuiet ? call.hangup : null;
}
