import { actionNamed } from './actions/index.ts';
import { isCancelled } from './activities/cancelling.ts';
import { dial } from './actions/dial.ts';
import { sendMessage } from './actions/send-message.ts';
import { type Reply, refusedWith } from './errors.ts';
import type { JsonObject } from './json.ts';
import { queueCallStatus, queueStatus } from './queue-status.ts';
import type { CommandRecord, Leg } from './state.ts';
import { legOf, type Turn } from './turn.ts';

/** How long a repeat of a command_id is told from a new command. */
const repeatWindowMs = 60_000;

export type Command = { action: string; callControlId: string | null; body: Record<string, unknown> };
export type CommandAnswer = { reply: Reply; repeat: boolean; leg: Leg | null };

/** Does a command or refuses it, as the HTTP API would. */
export function performCommand(turn: Turn, command: Command): CommandAnswer {
  const { action: name, callControlId, body } = command;
  if (callControlId === null && name === 'dial') return performDial(turn, body);
  if (callControlId === null && name === 'send_message') {
    return answered(takeFault(turn, name) ?? sendMessage(turn, body));
  }
  const asked = question(turn, command);
  if (asked !== null) return answered(takeFault(turn, name) ?? asked);
  const action = actionNamed(name);
  if (action === undefined || callControlId === null) return answered(unknownAction(name));
  const leg = legOf(turn, callControlId);
  if (leg === undefined || leg.isForeign)
    return answered(refusedWith(404, '90015', 'The call_control_id is unknown.'));
  const earlier = repeatOf(turn, leg.commands, body);
  if (earlier !== undefined) return { reply: { status: 200, body: earlier.answer }, repeat: true, leg: null };
  const fault = takeFault(turn, name);
  if (fault !== null) return answered(fault);
  if (leg.endedAtMs !== null || isCancelled(leg)) {
    return answered(refusedWith(422, '90018', 'This call is no longer active and can not receive commands.'));
  }
  const reply = action.perform(turn, leg, body);
  if (reply.status === 200) leg.commands = remembered(turn, leg.commands, body, reply.body);
  return answered(reply);
}

/** What is only asked changes nothing, so a repeat of it is a question like any other. */
function question({ state }: Turn, { action, callControlId, body }: Command): Reply | null {
  const name = String(body['queue_name']);
  if (action === 'retrieve_queue') return queueStatus(state, name);
  return action === 'retrieve_queue_call' ? queueCallStatus(state, name, callControlId ?? '') : null;
}

function performDial(turn: Turn, body: Record<string, unknown>): CommandAnswer {
  const { state } = turn;
  const earlier = repeatOf(turn, state.dials, body);
  if (earlier !== undefined) return { reply: { status: 200, body: earlier.answer }, repeat: true, leg: null };
  const fault = takeFault(turn, 'dial');
  if (fault !== null) return answered(fault);
  const { leg, ...reply } = dial(turn, body);
  if (leg === undefined) return answered(reply);
  state.dials = remembered(turn, state.dials, body, reply.body);
  return { reply, repeat: false, leg };
}

/** Whether a repeat comes in time: the same command_id on the same leg (for dial: among dials), within 60 s. */
function repeatOf(turn: Turn, records: readonly CommandRecord[], body: Record<string, unknown>) {
  const { command_id: commandId } = body;
  return records.find((record) => record.commandId === commandId && isFresh(turn, record));
}

function remembered(
  turn: Turn,
  records: readonly CommandRecord[],
  { command_id: commandId }: Record<string, unknown>,
  answer: JsonObject,
): CommandRecord[] {
  const fresh = records.filter((record) => isFresh(turn, record));
  return typeof commandId === 'string' ? [...fresh, { commandId, atMs: turn.state.nowMs, answer }] : fresh;
}

function isFresh(turn: Turn, { atMs }: CommandRecord): boolean {
  return turn.state.nowMs - atMs < repeatWindowMs;
}

/** A refusal that the script ordered for this action, which uses up one of its times. */
function takeFault(turn: Turn, action: string): Reply | null {
  const { script } = turn.state;
  const fault = script.faults.find((one) => (one.action === action || one.action === '*') && one.times !== 0);
  if (fault === undefined) return null;
  const faults = script.faults.map((one) =>
    one === fault && one.times !== null ? { ...one, times: one.times - 1 } : one,
  );
  turn.state.script = { ...script, faults };
  return { status: fault.status, body: { errors: [{ code: fault.code, title: fault.title }] } };
}

export function unknownAction(name: string): Reply {
  return refusedWith(404, '10005', `There is no action '${name}'.`);
}

function answered(reply: Reply): CommandAnswer {
  return { reply, repeat: false, leg: null };
}
