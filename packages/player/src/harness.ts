import type { Conversation } from '@gatherline/conversations';
import {
  type CallerAct,
  carrier,
  createModel,
  type ModelInput,
  type Outcome,
  type WebhookDraft,
} from '@gatherline/emulator/model';
import { beginCall, type Call, isTimed, type NewCall } from '@gatherline/engine';
import { definitionOf, type JsonObject, type RunnableFlow } from '@gatherline/flow';
import { advanceCall, checkHarmless, isAlive } from './advance-call.ts';
import { collect, feed, type Harness } from './harness-state.ts';
import type { LineRequest, LineView } from './line.ts';
import { toScript } from './script.ts';
import { actAsStory } from './story.ts';
import { createWeb, takeDue } from './web.ts';

/** A harness in which the phone is ringing. */
export function createHarness(flow: RunnableFlow, conversation: Conversation): Harness {
  const beginMs = Date.parse(conversation.call.at);
  const model = createModel({ startMs: beginMs, script: toScript(conversation) });
  const opened = carrier(model, openingOf(flow, conversation), beginMs);
  const harness: Harness = {
    flow,
    carrier: opened.state,
    call: beginCall(flow, newCallOf(conversation, opened)),
    beganAtMs: beginMs,
    nowMs: beginMs,
    dueAtMs: null,
    heard: [],
    trace: [],
    story: [],
    webhooks: [],
    holds: [],
    web: createWeb(conversation.http),
    signals: 0,
    delivered: new Map(),
    broken: null,
  };
  collect(harness, opened);
  deliverWebhooks(harness);
  return harness;
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
    ...placeOf(call.at),
  };
}

/** The service stands where clocks show the time at which the conversation begins. */
function placeOf(at: string): Pick<NewCall, 'timeZone'> {
  const timeZone = zoneOf(at);
  return timeZone === undefined ? {} : { timeZone };
}

/** The offset at which a conversation begins, such as `-05:00`; `undefined` for one that gives its time in UTC. */
export function zoneOf(at: string): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(at)?.[0];
}

/** Does what the conversation asks for, and everything that follows from it at once. */
export function perform(harness: Harness, request: LineRequest): LineView {
  const { call } = harness;
  if (request.do === 'act') act(harness, request.act);
  if (request.do === 'wait') passTime(harness, harness.nowMs + request.ms);
  if (request.do === 'advance') passTime(harness, nextAtMs(harness) ?? harness.nowMs);
  if (request.do === 'command') {
    feed(harness, { kind: 'command', action: request.action, callControlId: call.id, body: request.params });
  }
  if (request.do === 'signal') raise(harness, request.name, request.data);
  if (request.do === 'redeliver') redeliver(harness, request.type);
  if (request.do === 'hold_back')
    harness.holds.push({ type: request.type, untilAfter: request.untilAfter, kept: null });
  deliverWebhooks(harness);
  return viewOf(harness);
}

function act(harness: Harness, what: CallerAct): void {
  const { call, nowMs, beganAtMs, story } = harness;
  story.push(actAsStory(what, nowMs - beganAtMs));
  feed(harness, { kind: 'caller', callControlId: call.id, act: what });
}

function deliverWebhooks(harness: Harness): void {
  for (let next = harness.webhooks.shift(); next !== undefined; next = harness.webhooks.shift()) {
    const hold = harness.holds.find(({ type, kept }) => kept === null && type === next?.data.event_type);
    if (hold === undefined) deliver(harness, next);
    else hold.kept = next;
  }
}

function deliver(harness: Harness, { data }: WebhookDraft): void {
  const event = { id: data.id, type: data.event_type, occurredAt: data.occurred_at, payload: data.payload };
  harness.delivered.set(event.type, event);
  advanceCall(harness, { kind: 'carrier', event });
  const released = harness.holds.find(({ untilAfter }) => untilAfter === event.type);
  if (released === undefined) return;
  harness.holds.splice(harness.holds.indexOf(released), 1);
  if (released.kept !== null) deliver(harness, released.kept);
}

function raise(harness: Harness, name: string, data: JsonObject): void {
  harness.signals += 1;
  advanceCall(harness, { kind: 'signal', id: `signal-${harness.signals}`, name, data });
}

function redeliver(harness: Harness, type: string): void {
  const event = harness.delivered.get(type);
  if (event === undefined) harness.broken ??= `the carrier has sent no ${type} yet.`;
  else checkHarmless(harness, event);
}

function passTime(harness: Harness, untilMs: number): void {
  for (let atMs = nextAtMs(harness); atMs !== null && atMs <= untilMs; atMs = nextAtMs(harness)) {
    harness.nowMs = Math.max(harness.nowMs, atMs);
    feed(harness, { kind: 'time' });
    deliverWebhooks(harness);
    for (const answer of takeDue(harness.web, harness.nowMs)) advanceCall(harness, answer);
    deliverWebhooks(harness);
    if (isOverdue(harness)) handleDueCall(harness);
    deliverWebhooks(harness);
  }
  harness.nowMs = Math.max(harness.nowMs, untilMs);
}

/** What the service does when the awaited event does not come: unless the wait is the flow's own, it asks the carrier whether the call is alive. */
function handleDueCall(harness: Harness): void {
  const { call } = harness;
  if (call.state === 'ended' || isTimed(call) || isAlive(harness))
    advanceCall(harness, { kind: 'deadline', visit: harness.call.visit });
  else advanceCall(harness, { kind: 'gone', why: 'The carrier says that the call is over.' });
}

function isOverdue({ call, nowMs }: Harness): boolean {
  return call.waiting !== null && call.waiting.deadlineMs <= nowMs;
}

function nextAtMs({ call, dueAtMs, web }: Harness): number | null {
  const moments = [dueAtMs, call.waiting?.deadlineMs ?? null, ...web.due.map(({ atMs }) => atMs)];
  const next = Math.min(...moments.filter((atMs) => atMs !== null));
  return Number.isFinite(next) ? next : null;
}

/** What is known of the call at this moment. */
export function viewOf(harness: Harness): LineView {
  const kept = harness.holds.find((hold) => hold.kept !== null);
  const isQuiet = nextAtMs(harness) === null;
  return {
    heard: harness.heard,
    left: harness.trace.flatMap((line) => (line.kind === 'left' ? [line] : [])),
    sent: harness.trace.flatMap((line) => (line.kind === 'sent' ? [line] : [])),
    node: harness.call.node,
    hangup: hangupOf(harness, isQuiet),
    isQuiet,
    broken:
      harness.broken ??
      (isQuiet && kept !== undefined
        ? `the carrier never sent ${kept.untilAfter}, so ${kept.type} is still kept back.`
        : null),
  };
}

/**
 * How the call ended, in the carrier's own words: a command that is refused may have told the engine before, without
 * saying who hung up.
 */
function hangupOf({ call, trace }: Harness, isQuiet: boolean): Call['hangup'] {
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
