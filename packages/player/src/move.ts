import { callStatus, type Reply } from '@gatherline/emulator/model';
import { type Call, type Command, type EngineEvent, transition } from '@gatherline/engine';
import { type CarrierEvent, isJsonObject, type Json } from '@gatherline/flow';
import { type Desk, feed } from './desk-state.ts';
import { request } from './web.ts';

/** What is refused for a moment is tried again, as the service does within the life of a command's id. */
const TRIES = 5;

/** Codes by which the carrier says that the call is over, which is no error if it is so. */
const over: readonly unknown[] = ['90018', '90015'];

/** Moves the call by one event, as it would be moved after having been stored, and carries out what follows. */
export function move(desk: Desk, event: EngineEvent): void {
  const moved = transition(desk.flow, desk.call, event, desk.nowMs);
  desk.call = stored(moved.call);
  desk.trace.push(...moved.trace);
  if (event.kind === 'carrier') checkHarmless(desk, event.event);
  const left = new Set<string>();
  for (const command of moved.commands) {
    const sender = `${command.visit} ${command.node} ${command.depth ?? 0}`;
    if (!left.has(sender) && carryOut(desk, command) === 'standing_in') left.add(sender);
  }
}

/** The same event once more, past the service's own de-duplication: the call must stay where it stands. */
export function checkHarmless(desk: Desk, event: CarrierEvent): void {
  const again = transition(desk.flow, desk.call, { kind: 'carrier', event }, desk.nowMs);
  const [command] = again.commands;
  if (command !== undefined) desk.broken ??= `a second ${event.type} sent ${command.action} to the carrier.`;
  if (JSON.stringify(stored(again.call)) !== JSON.stringify(desk.call)) {
    desk.broken ??= `a second ${event.type} changed where the call stands.`;
  }
}

/**
 * Gives a command to the carrier and tells the engine what became of it. `standing_in`: it was refused while its visit
 * lasted, so the node has left by `error` and what it still had to send is not sent.
 */
function carryOut(desk: Desk, command: Command): 'done' | 'standing_in' {
  if (command.via === 'http') {
    request(desk.web, command, desk.nowMs);
    return 'done';
  }
  const reply = send(desk, command);
  if (reply.status === 200) {
    accept(desk, command, reply);
    return 'done';
  }
  const { code, title, detail } = firstErrorOf(reply);
  if (over.includes(code) && !isAlive(desk)) {
    move(desk, { kind: 'gone', why: 'The carrier says that the call is over.' });
    return 'done';
  }
  const before = desk.call;
  move(desk, { kind: 'refused', command, status: reply.status, code, title, detail });
  const { visit } = command;
  const hasLeft = before.node !== null && before.visit === visit && desk.call.visit !== visit;
  return hasLeft ? 'standing_in' : 'done';
}

/** What the carrier answers when it is asked about the caller's leg. */
export function isAlive({ carrier, call }: Desk): boolean {
  const { status, body } = callStatus(carrier, call.id);
  return status === 200 && isJsonObject(body['data']) && body['data']['is_alive'] === true;
}

function send(desk: Desk, command: Command, tries = TRIES): Reply {
  const { action, callId, leg, id, body } = command;
  const { reply } = feed(desk, {
    kind: 'command',
    action,
    callControlId: leg === undefined ? callId : leg,
    body: { ...body, command_id: id },
  });
  if (reply === null) throw new Error('The emulator did not answer a command.');
  const isPassing = reply.status >= 500 || reply.status === 429;
  return isPassing && tries > 1 ? send(desk, command, tries - 1) : reply;
}

function accept(desk: Desk, command: Command, { body }: Reply): void {
  if (command.tells !== true) return;
  const response = isJsonObject(body['data']) ? body['data'] : {};
  move(desk, { kind: 'accepted', command, response });
}

function firstErrorOf({ body }: Reply): { code: string; title: string; detail: string } {
  const [error] = Array.isArray(body['errors']) ? body['errors'] : [];
  const field = (name: string) => text(isJsonObject(error) ? error[name] : undefined);
  return { code: field('code'), title: field('title'), detail: field('detail') };
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function stored(call: Call): Call {
  return JSON.parse(JSON.stringify(call));
}
