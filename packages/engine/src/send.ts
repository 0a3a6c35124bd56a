import type { CommandRequest } from '@gatherline/flow';
import { costOf } from './budget.ts';
import { writeVisit } from './client-state.ts';
import { commandId } from './command-id.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import { change, type Run, trace } from './run.ts';
import { sealOf } from './secrets.ts';
import { noteSound } from './sounds.ts';

/** Visits that are remembered to have opened legs. */
const MOST_OPENINGS = 32;
/** Sounds that are remembered to be a step's own. */
const MOST_SOUNDS = 16;

/** Sends a command in the name of the current visit; `confirms`: the call waits for it to be taken. */
export function send(run: Run, node: string, request: CommandRequest, confirms = false): Command {
  const { call } = run;
  const { action, params, keep = [], tag, leg, opensLeg } = request;
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
    ...(confirms || tag !== undefined || keep.length > 0 || opensLeg === 'alone'
      ? { reportsBack: true }
      : {}),
  };
  run.commands.push(command);
  const idleCost = call.idleCost + costOf(request);
  change(run, {
    issued: call.issued + 1,
    idleCost,
    ...legsAfter(call, request),
    ...soundsAfter(call, request),
  });
  noteSound(run, request);
  const { id: command_id, visit } = command;
  const more = { ...(tag === undefined ? {} : { tag }), ...(leg === undefined ? {} : { leg }) };
  trace(run, { kind: 'sent', node, visit, action, command_id, body: params, ...more });
  return command;
}

/** What the command makes of the legs of the call. */
function legsAfter(call: Call, { action, leg, opensLeg }: CommandRequest): Partial<Call> {
  const { legs, openings, visit } = call;
  if (action === 'hangup' && typeof leg === 'string')
    return { legs: { ...legs, [leg]: { visit: legs[leg]?.visit ?? visit, state: 'let_go' } } };
  if (opensLeg === undefined || openings.some((opening) => opening.visit === visit)) return {};
  const opening = { visit, withCaller: opensLeg === 'with_caller' };
  return { openings: [...openings, opening].slice(-MOST_OPENINGS) };
}

function soundsAfter({ ownSounds }: Call, { isOwnSound, params }: CommandRequest): Partial<Call> {
  const { audio_url: url } = params;
  if (isOwnSound !== true || typeof url !== 'string' || ownSounds.includes(url)) return {};
  return { ownSounds: [...ownSounds, url].slice(-MOST_SOUNDS) };
}

/** The client_state of a command, and of the leg that it opens. The carrier's messages have none. */
function stateOf({ call }: Run, { opensLeg, outlivesCall }: CommandRequest) {
  if (outlivesCall === true) return {};
  const state = writeVisit(call.visit);
  return { client_state: state, ...(opensLeg === 'with_caller' ? { target_leg_client_state: state } : {}) };
}
