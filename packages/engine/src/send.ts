import type { CommandRequest } from '@gatherline/flow';
import { writeVisit } from './client-state.ts';
import { commandId } from './command-id.ts';
import type { Command } from './command.ts';
import { change, type Run, trace } from './run.ts';
import { sealOf } from './secrets.ts';
import { noteSound } from './sounds.ts';

/** Sends a command in the name of the current visit; `confirms`: the call waits for it to be taken. */
export function send(run: Run, node: string, request: CommandRequest, confirms = false): Command {
  const { call } = run;
  const { action, params, keep = [], tag, leg } = request;
  const command: Command = {
    id: commandId(call.id, call.visit, call.issued),
    callId: call.id,
    node,
    visit: call.visit,
    action,
    body: request.via === 'http' ? params : { ...params, ...stateOf(run, request) },
    keep,
    ...(call.frames.length === 0 ? {} : { depth: call.frames.length }),
    ...(call.flow === null ? {} : { flow: call.flow }),
    ...(tag === undefined ? {} : { tag }),
    ...(leg === undefined ? {} : { leg }),
    ...(request.via === 'http' ? { via: 'http', seal: sealOf(call) } : {}),
    ...(confirms || tag !== undefined || keep.length > 0 ? { reportsBack: true } : {}),
  };
  run.commands.push(command);
  change(run, { issued: call.issued + 1 });
  noteSound(run, request);
  const { id: command_id, visit } = command;
  const more = { ...(tag === undefined ? {} : { tag }), ...(leg === undefined ? {} : { leg }) };
  trace(run, { kind: 'sent', node, visit, action, command_id, body: params, ...more });
  return command;
}

/** The client_state of a command, and of the leg that it opens. The carrier's messages have none. */
function stateOf({ call }: Run, { opensLeg, outlivesCall }: CommandRequest) {
  if (outlivesCall === true) return {};
  const state = writeVisit(call.visit);
  return { client_state: state, ...(opensLeg === true ? { target_leg_client_state: state } : {}) };
}
