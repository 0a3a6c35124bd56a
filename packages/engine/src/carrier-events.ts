import { type CarrierEvent, type Decision, definitionOf, type Json, type NodeEvent } from '@gatherline/flow';
import { beginningOf } from './beginning.ts';
import { isCallerInput } from './budget.ts';
import { type Call, INFERRED } from './call.ts';
import { readVisit } from './client-state.ts';
import { isCutByHangUp, isSpent, visitOf } from './visit-of-event.ts';
import { atDepth } from './frames.ts';
import { knowLeg, legState } from './legs.ts';
import { listen } from './notify-listeners.ts';
import { follow, goTo } from './path.ts';
import { change, flowOf, type Run, trace, writeAt } from './run.ts';
import { HANG_UP } from './safety-net.ts';
import { noteSoundEnd } from './sounds.ts';
import { goOnAfterStop } from './after-stop.ts';
import { decideOnEvent, nodeOf } from './visit.ts';

/** Moves the call by one webhook, or says in the trace why it does not. */
export function onCarrierEvent(run: Run, event: CarrierEvent): void {
  const leg = isOwnLeg(run.call, event) ? 'own' : 'other';
  if (leg === 'other') return onOtherLeg(run, event);
  if (event.type === 'call.hangup') return onHangUp(run, event);
  if (event.type === 'call.initiated') return begin(run, event);
  if (event.type === 'call.answered' && run.call.state === 'ringing') change(run, { state: 'answered' });
  noteSoundEnd(run, event);
  onOwnLeg(run, { ...event, leg });
}

/** What the carrier tells of a recording may name its leg by call_leg_id alone. */
function isOwnLeg({ id, legId }: Call, { payload }: CarrierEvent): boolean {
  const { call_control_id: named, call_leg_id: leg } = payload;
  return named === undefined ? leg === legId : named === id;
}

function begin(run: Run, event: CarrierEvent): void {
  if (run.call.state === 'ended') return ignore(run, event, 'The call is over.');
  if (run.call.visit > 0) return ignore(run, event, 'The call has begun already.');
  received(run, event, null);
  const flow = flowOf(run);
  const entry = Object.entries(flow.nodes).find(([, node]) => definitionOf(node.type)?.role === 'entry');
  enteredBy(run, event);
  trace(run, { kind: 'began', call: beginningOf(run.call, flow) });
  if (entry === undefined) trace(run, { kind: 'note', text: 'The flow has no start.' });
  goTo(run, entry?.[0] ?? HANG_UP);
}

/** First whoever collects it, then the listeners, then the node that waits. */
function onOwnLeg(run: Run, event: NodeEvent): void {
  const isFilled = fillLateOutputs(run, event);
  const heard = listen(run, event);
  if (heard !== 'taken_over') deliver(run, event, { isTaken: isFilled, isTold: heard === 'heard' });
}

/** An event that may come late fills the outputs of the node that asked for it, wherever the call stands. */
function fillLateOutputs(run: Run, event: NodeEvent): boolean {
  const place = run.call.lateTargets[event.type];
  if (place === undefined) return false;
  const { node, depth } = place;
  if (depth > run.call.frames.length) return false;
  const definition = atDepth(run, depth, () => nodeOf(run, node).definition);
  const outputs = definition?.lateOutputs?.[event.type]?.(event.payload);
  if (outputs === undefined) return false;
  if (!isKnown(run.call, depth, node, outputs)) writeAt(run, depth, node, outputs);
  return true;
}

/** Told before: an event that comes twice adds nothing. */
function isKnown({ frames, outputs }: Call, depth: number, node: string, told: object): boolean {
  const known = (depth === frames.length ? outputs : frames[depth]?.outputs)?.[node] ?? {};
  return Object.entries(told).every(([name, value]) => JSON.stringify(known[name]) === JSON.stringify(value));
}

/** A hang-up ends the path, unless the node waits for just that; it comes once, but the end may have been inferred before. */
function onHangUp(run: Run, event: CarrierEvent): void {
  const { state, hangup, node } = run.call;
  const isNews = state !== 'ended' || hangup?.source === INFERRED;
  if (!isNews) return ignore(run, event, 'The call is over.');
  received(run, event, node);
  const { hangup_cause: cause, hangup_source: source } = event.payload;
  endCall(run, { cause: text(cause) ?? 'unspecified', source: text(source) ?? 'unknown' }, event);
}

/** The caller is gone: the node that waits for that may go on without them, any other is left. `told`: the webhook that says so. */
export function endCall(run: Run, hangup: NonNullable<Call['hangup']>, told?: CarrierEvent): void {
  const isFirst = run.call.state !== 'ended';
  change(run, { state: 'ended', hangup });
  // Why it ended is not known yet: the webhook that says so is on its way.
  if (hangup.source === INFERRED) trace(run, { kind: 'note', text: hangup.cause, event: 'gone' });
  else trace(run, { kind: 'ended', ...hangup });
  if (!isFirst) return run.call.node === null ? change(run, { waiting: null }) : undefined;
  const decision = withoutTheCaller(run, told ?? inferredHangUp(run, hangup));
  if (decision === undefined) return change(run, { node: null, waiting: null });
  if (told !== undefined && actsAgain(decision)) enteredBy(run, told);
  follow(run, decision);
}

function withoutTheCaller(run: Run, event: CarrierEvent): Decision | undefined {
  const { node, waiting } = run.call;
  const isAwaited = waiting?.for.includes(event.type) === true && waiting.stoppingFor === undefined;
  return node !== null && isAwaited ? decideOnEvent(run, node, { ...event, leg: 'own' }) : undefined;
}

function inferredHangUp({ call, atMs }: Run, { cause, source }: NonNullable<Call['hangup']>): CarrierEvent {
  const payload = { call_control_id: call.id, hangup_cause: cause, hangup_source: source };
  return { id: `${call.id}/gone`, type: 'call.hangup', occurredAt: new Date(atMs).toISOString(), payload };
}

/** A leg that a command of ours opened: it belongs to the visit that its client_state names, or that it was first seen with. */
function onOtherLeg(run: Run, event: CarrierEvent): void {
  const id = text(event.payload.call_control_id);
  const known = id === undefined ? undefined : run.call.legs[id];
  const visit = known?.visit ?? readVisit(event.payload.client_state);
  if (id === undefined || visit === null)
    return ignore(run, event, 'The leg is not one that this flow opened.');
  knowLeg(run, id, { visit, state: legState(event.type, known) });
  if (run.call.state === 'ended') return ignore(run, event, 'The call is over.');
  deliver(run, { ...event, leg: 'other' }, { visit });
}

interface Delivery {
  /** The visit that it belongs to; `null` when it does not say. */
  readonly visit?: number | null;
  /** Somebody else has had it, so that it is not told as ignored. */
  readonly isTaken?: boolean;
  /** The trace tells of it already. */
  readonly isTold?: boolean;
}

/** Gives the event to the visit it belongs to, if that is the current one and waits for its type. */
function deliver(run: Run, event: NodeEvent, { isTaken, isTold, ...more }: Delivery): void {
  const { call } = run;
  const visit = more.visit ?? visitOf(call, event);
  const why = whyNot(call, event, visit);
  if (call.node === null || why !== null) {
    if (isTold === true) return;
    if (isTaken === true) return received(run, event, null);
    return ignore(run, event, why ?? 'Nothing is awaited.');
  }
  if (isTold !== true) received(run, event, call.node);
  if (isCallerInput(event)) change(run, { idleVisits: 0, idleCost: 0 });
  if (call.waiting?.stoppingFor !== undefined) {
    enteredBy(run, event);
    return goOnAfterStop(run, call.waiting.stoppingFor);
  }
  const decision = decideOnEvent(run, call.node, event);
  if (decision === undefined) return;
  if (actsAgain(decision)) enteredBy(run, event);
  follow(run, decision);
}

function whyNot(call: Call, event: NodeEvent, visit: number | null): string | null {
  if (call.node === null || call.waiting === null)
    return call.state === 'ended' ? 'The call is over.' : 'Nothing is awaited.';
  if (visit !== null && visit !== call.visit)
    return `It belongs to ${visit < call.visit ? 'an earlier' : 'another'} step.`;
  if (!call.waiting.for.includes(event.type)) return 'The step where the call stands does not wait for it.';
  if (isCutByHangUp(event)) return 'It was cut short by a hang-up.';
  return isSpent(event, call.since) ? 'It happened before that step was entered.' : null;
}

/** A node that acts again must not take the same event for an answer to that. */
function actsAgain({ kind, commands }: Decision): boolean {
  return kind !== 'wait' || commands.length > 0;
}

function enteredBy(run: Run, event: CarrierEvent): void {
  change(run, { since: { event: event.id, at: event.occurredAt } });
}

function received(run: Run, event: CarrierEvent, node: string | null): void {
  const { id: event_id, type, payload, occurredAt: occurred_at } = event;
  trace(run, { kind: 'received', event_id, type, occurred_at, payload, node });
}

function ignore(run: Run, event: CarrierEvent, why: string): void {
  const { node, visit } = run.call;
  trace(run, {
    kind: 'ignored',
    event_id: event.id,
    type: event.type,
    occurred_at: event.occurredAt,
    payload: event.payload,
    why,
    node,
    visit,
  });
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
