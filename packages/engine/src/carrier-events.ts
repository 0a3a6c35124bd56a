import { type CarrierEvent, definitionOf, type Json, type NodeEvent } from '@gatherline/flow';
import type { Call, OtherLeg } from './call.ts';
import { readVisit } from './client-state.ts';
import { follow, goTo } from './path.ts';
import { change, type Run, tell } from './run.ts';
import { HANG_UP } from './safety-net.ts';
import { decideOnEvent } from './visit.ts';

/** Moves the call by one webhook, or says in the trace why it does not. */
export function onCarrierEvent(run: Run, event: CarrierEvent): void {
  const leg = event.payload.call_control_id === run.call.id ? 'own' : 'other';
  if (run.call.state === 'ended') return afterTheEnd(run, event, leg);
  if (leg === 'other') return onOtherLeg(run, event);
  if (event.type === 'call.initiated') return begin(run, event);
  if (event.type === 'call.hangup') return hangUp(run, event);
  if (event.type === 'call.answered' && run.call.state === 'ringing') change(run, { state: 'answered' });
  deliver(run, { ...event, leg });
}

function begin(run: Run, event: CarrierEvent): void {
  if (run.call.visit > 0) return ignore(run, event, 'The call has begun already.');
  received(run, event, null);
  const entry = Object.entries(run.flow.nodes).find(([, node]) => definitionOf(node.type)?.role === 'entry');
  enteredBy(run, event);
  const { from, to, direction } = run.call;
  tell(run, { kind: 'began', call: { from, to, direction, flow: run.flow.id } });
  if (entry === undefined) tell(run, { kind: 'note', text: 'The flow has no start.' });
  goTo(run, entry?.[0] ?? HANG_UP);
}

/** Nothing moves a call that is over; but a hang-up that comes after the end was only inferred says who hung up, and why. */
function afterTheEnd(run: Run, event: CarrierEvent, leg: NodeEvent['leg']): void {
  const isInferred = run.call.hangup?.source === INFERRED;
  if (event.type !== 'call.hangup' || leg === 'other' || !isInferred)
    return ignore(run, event, 'The call is over.');
  hangUp(run, event);
}

function hangUp(run: Run, event: CarrierEvent): void {
  received(run, event, run.call.node);
  const { hangup_cause: cause, hangup_source: source } = event.payload;
  endCall(run, text(cause) ?? 'unspecified', text(source) ?? 'unknown');
}

/** Source of an end that no webhook has told of yet. */
export const INFERRED = 'inferred';

/** The call is over: nothing is awaited any more. */
export function endCall(run: Run, cause: string, source: string): void {
  change(run, { state: 'ended', node: null, waiting: null, hangup: { cause, source } });
  tell(run, { kind: 'ended', cause, source });
}

/** A leg that a command of ours opened: it belongs to the visit that its client_state names, or that it was first seen with. */
function onOtherLeg(run: Run, event: CarrierEvent): void {
  const id = text(event.payload.call_control_id);
  const known = id === undefined ? undefined : run.call.legs[id];
  const visit = known?.visit ?? readVisit(event.payload.client_state);
  if (id === undefined || visit === null)
    return ignore(run, event, 'The leg is not one that this flow opened.');
  change(run, { legs: { ...run.call.legs, [id]: { visit, state: legState(event.type, known) } } });
  if (event.type === 'call.initiated') return received(run, event, run.call.node);
  deliver(run, { ...event, leg: 'other' }, visit);
}

function legState(type: string, known: OtherLeg | undefined): OtherLeg['state'] {
  if (type === 'call.hangup' || known?.state === 'ended') return 'ended';
  return type === 'call.answered' || type === 'call.bridged' ? 'answered' : (known?.state ?? 'ringing');
}

/** Gives the event to the visit it belongs to, if that is the current one and waits for its type. */
function deliver(run: Run, event: NodeEvent, visit = readVisit(event.payload.client_state)): void {
  const { call } = run;
  if (call.node === null || call.waiting === null) return ignore(run, event, 'Nothing is awaited.');
  if (visit !== null && visit !== call.visit) {
    return ignore(run, event, `It belongs to visit ${visit}; the call is at visit ${call.visit}.`);
  }
  if (!call.waiting.for.includes(event.type)) return ignore(run, event, `${call.node} does not wait for it.`);
  if (isSpent(event, call.since)) return ignore(run, event, `It happened before ${call.node} was entered.`);
  received(run, event, call.node);
  if (isCallerInput(event)) change(run, { idleVisits: 0 });
  const decision = decideOnEvent(run, call.node, event);
  if (decision === undefined) return;
  if (decision.kind !== 'wait') enteredBy(run, event);
  follow(run, decision);
}

/**
 * client_state is sticky per leg, so an event of the former visit may carry the present one's; but what happened before
 * the visit was entered, by the carrier's own clock, can't belong to it.
 */
function isSpent(event: CarrierEvent, since: Call['since']): boolean {
  return since !== null && (event.id === since.event || Date.parse(event.occurredAt) < Date.parse(since.at));
}

function enteredBy(run: Run, event: CarrierEvent): void {
  change(run, { since: { event: event.id, at: event.occurredAt } });
}

function isCallerInput({ payload }: CarrierEvent): boolean {
  return isSpoken(payload.digits) || isSpoken(payload.digit) || isSpoken(payload.message_history);
}

function isSpoken(value: Json | undefined): boolean {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
}

function received(run: Run, event: CarrierEvent, node: string | null): void {
  tell(run, { kind: 'received', event_id: event.id, type: event.type, payload: event.payload, node });
}

function ignore(run: Run, event: CarrierEvent, why: string): void {
  tell(run, { kind: 'ignored', event_id: event.id, type: event.type, payload: event.payload, why });
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
