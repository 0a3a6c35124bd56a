import { isJsonObject, leave, type JsonObject, type NodeEvent, ownEvents } from '@gatherline/flow';
import { INFERRED, type Waiting } from './call.ts';
import { END_WITHIN_MS } from './end-path.ts';
import type { EngineEvent, Reported } from './event.ts';
import { atDepth } from './frames.ts';
import { knowLeg, openingOf } from './legs.ts';
import { listen } from './notify-listeners.ts';
import { follow } from './path.ts';
import { change, type Run, trace, writeAt } from './run.ts';
import { HANG_UP } from './safety-net.ts';
import { send } from './send.ts';
import { noteSoundRefused } from './sounds.ts';
import { goOnAfterStop, onStopRefused } from './after-stop.ts';
import { decideOnEvent, nodeOf } from './visit.ts';

type EventOf<Kind extends EngineEvent['kind']> = Extract<EngineEvent, { kind: Kind }>;

/** What the carrier's answer holds belongs to the node that asked, wherever the call stands by now. */
export function onAccepted(run: Run, { command, response }: EventOf<'accepted'>): void {
  const { id: command_id, node, visit, action, flow = null } = command;
  trace(run, { kind: 'accepted', node, visit, action, command_id, response }, flow);
  const kept = command.keep.flatMap((wanted) => {
    const { field, as } = typeof wanted === 'string' ? { field: wanted, as: wanted } : wanted;
    return response[field] === undefined ? [] : [[as, response[field]] as const];
  });
  writeAt(run, command.depth ?? 0, command.node, Object.fromEntries(kept));
  keepIds(run, command, response);
  if (!isCurrent(run, command)) return;
  const confirming = run.call.waiting?.confirming;
  if (confirming?.commandId === command.id) return follow(run, leave(confirming.exit));
  deliver(run, ownEvents.accepted, command, { response });
}

/** Actions whose ids are remembered. */
const MOST_ACTIONS = 16;

/** The ids that the carrier gave to what a command began: a leg that it opened, a conversation. */
function keepIds(run: Run, { visit }: Reported, response: JsonObject): void {
  const { legs, actionVisits } = run.call;
  const { call_control_id: leg, conversation_id: conversation } = response;
  if (typeof leg === 'string' && legs[leg] === undefined && openingOf(run.call, visit) !== undefined)
    knowLeg(run, leg, { visit, state: 'ringing' });
  if (typeof conversation !== 'string') return;
  const known = Object.entries({ ...actionVisits, [conversation]: visit }).slice(-MOST_ACTIONS);
  change(run, { actionVisits: Object.fromEntries(known) });
}

/** A node that does not see to it itself leaves by `error`. */
export function onRefused(run: Run, { command, status, code, title, detail }: EventOf<'refused'>): void {
  const { id: command_id, node, visit, action, flow = null } = command;
  trace(run, { kind: 'refused', node, visit, action, command_id, status, code, title, detail }, flow);
  noteSoundRefused(run, command);
  if (!isCurrent(run, command)) return;
  const { waiting } = run.call;
  if (waiting?.stoppingFor !== undefined) return onStopRefused(run, command.id);
  if (waiting?.for.includes(ownEvents.refused) === true)
    return deliver(run, ownEvents.refused, command, { status, code, title, detail });
  follow(run, leave('error', { why: `The carrier refused it: ${title} (${code}).` }));
}

/** The answer of somebody's own server; one that nobody waits for fills the node's outputs. */
export function onRequested(run: Run, { command, type, payload }: EventOf<'requested'>): void {
  if (isCurrent(run, command) && run.call.waiting?.for.includes(type) === true)
    return deliver(run, type, command, payload);
  const { depth = 0, id: command_id } = command;
  const { id: event_id } = eventOf(run, type, payload);
  const { node } = run.call;
  trace(run, { kind: 'received', event_id, type, command_id, payload: shown(payload), node });
  const definition = atDepth(run, depth, () => nodeOf(run, command.node).definition);
  writeAt(run, depth, command.node, definition?.lateOutputs?.[type]?.(payload) ?? {});
}

/** Somebody outside raises a signal: the flow's listeners hear it. */
export function onSignal(run: Run, { id, name, data }: EventOf<'signal'>): void {
  const { call, atMs } = run;
  const payload = { name, data };
  const event: NodeEvent = {
    id,
    type: 'signal',
    occurredAt: new Date(atMs).toISOString(),
    payload,
    leg: 'own',
  };
  if (listen(run, event) !== 'unheard') return;
  const why = call.node === null ? 'The call is over.' : `No step listens for the signal ${name}.`;
  trace(run, { kind: 'ignored', event_id: id, type: 'signal', payload, why });
}

/** The awaited event did not come although the call is alive, or a wait of the flow's own is over. */
export function onDeadline(run: Run, visit: number): void {
  const { call, atMs } = run;
  const { node, waiting } = call;
  if (waiting === null || visit !== call.visit || atMs < waiting.deadlineMs) return;
  trace(run, { kind: 'deadline', node, visit });
  if (waiting.stoppingFor !== undefined) return goOnAfterStop(run, waiting.stoppingFor);
  if (node !== null && waiting.for.includes(ownEvents.timePassed)) return timePassed(run, node);
  if (node !== null && soundsOn(run, node, waiting)) return;
  if (node !== null) return follow(run, leave('error', { why: tooLate(waiting), stopsFirst: true }));
  if (call.state === 'ended') return neverTold(run);
  trace(run, { kind: 'note', text: 'The call should be over and is not; it is hung up again.' });
  send(run, HANG_UP, { action: 'hangup', params: {} });
  change(run, { waiting: { for: [], deadlineMs: atMs + END_WITHIN_MS } });
}

/** How often it is looked into whether a call lives whose caller may still be hearing something, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/** Nothing is given up that may still sound. */
function soundsOn(run: Run, node: string, waiting: Waiting): boolean {
  const { atMs, call } = run;
  const untilMs = waiting.sounding?.untilMs ?? 0;
  if (atMs >= untilMs) return false;
  const deadlineMs = Math.min(untilMs, atMs + LOOK_AGAIN_MS);
  change(run, { waiting: { ...waiting, deadlineMs } });
  const until = new Date(deadlineMs).toISOString();
  trace(run, { kind: 'waiting', node, visit: call.visit, for: waiting.for, until });
  return true;
}

function tooLate({ sounding }: Waiting): string {
  return sounding?.ahead === 'endless'
    ? 'A sound without end plays before it, so that it was never heard.'
    : 'The carrier did not answer in time.';
}

/** Nobody will say why the call ended; what is to be done after it is done all the same. */
function neverTold(run: Run): void {
  change(run, { waiting: null });
  if (run.call.hangup?.source !== INFERRED) return;
  const hangup = { cause: 'unspecified', source: 'unknown' };
  change(run, { hangup });
  trace(run, { kind: 'ended', ...hangup });
}

function timePassed(run: Run, node: string): void {
  const decision = decideOnEvent(run, node, eventOf(run, ownEvents.timePassed, {}));
  follow(run, decision ?? leave('error', { why: 'The time is over.' }));
}

/** Whether the node that sent it is the one that waits: a path that runs alongside sends in the name of the same visit. */
function isCurrent({ call }: Run, { visit, node, depth = 0 }: Reported): boolean {
  return visit === call.visit && node === call.node && depth === call.frames.length;
}

function deliver(run: Run, type: string, { id, action, tag }: Reported, more: JsonObject): void {
  const { node, waiting } = run.call;
  if (node === null || waiting?.for.includes(type) !== true) return;
  const about = type.startsWith('command.') ? { action, tag: tag ?? null } : {};
  const event = eventOf(run, type, { ...about, ...more });
  const payload = shown(event.payload);
  trace(run, { kind: 'received', event_id: event.id, type, command_id: id, payload, node });
  const decision = decideOnEvent(run, node, event);
  if (decision !== undefined) follow(run, decision);
}

function eventOf({ call, atMs }: Run, type: string, payload: JsonObject): NodeEvent {
  const id = `${call.id}/${call.visit}/${call.issued}/${type}`;
  return { id, type, occurredAt: new Date(atMs).toISOString(), payload, leg: 'own' };
}

/** A long answer is shortened in the trace; the node's outputs have it whole. */
function shown(payload: JsonObject): JsonObject {
  const { body } = payload;
  const text =
    typeof body === 'string' || isJsonObject(body) || Array.isArray(body) ? JSON.stringify(body) : '';
  return text.length > LONGEST_BODY ? { ...payload, body: `${text.slice(0, LONGEST_BODY)}…` } : payload;
}

const LONGEST_BODY = 4_000;
