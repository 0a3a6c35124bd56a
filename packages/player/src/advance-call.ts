import { callStatus, type Reply } from '@gatherline/emulator/model';
import { type Call, type Command, type EngineEvent, transition } from '@gatherline/engine';
import { type CarrierEvent, isJsonObject, type Json } from '@gatherline/flow';
import { feed, type Harness } from './harness-state.ts';
import { traceAsStory } from './story.ts';
import { request } from './web.ts';

/** What is refused for a moment is tried again, as the service does within the life of a command's id. */
const TRIES = 5;

/** Codes by which the carrier says that the call is over, which is no error if it is so. */
const over: readonly unknown[] = ['90018', '90015'];

/** Advances the call by one event, as the service would after having stored it, and dispatches the commands that follow. */
export function advanceCall(harness: Harness, event: EngineEvent): void {
  const advanced = transition(harness.flow, harness.call, event, harness.nowMs);
  harness.call = stored(advanced.call);
  harness.trace.push(...advanced.trace);
  harness.story.push(...advanced.trace.flatMap((entry) => traceAsStory(entry, harness.beganAtMs) ?? []));
  if (event.kind === 'carrier') checkHarmless(harness, event.event);
  const left = new Set<string>();
  for (const command of advanced.commands) {
    const sender = `${command.visit} ${command.node} ${command.depth ?? 0}`;
    if (!left.has(sender) && dispatch(harness, command) === 'left_by_error') left.add(sender);
  }
}

/** The same event once more, past the service's own de-duplication: the call must stay where it stands. */
export function checkHarmless(harness: Harness, event: CarrierEvent): void {
  const again = transition(harness.flow, harness.call, { kind: 'carrier', event }, harness.nowMs);
  const [command] = again.commands;
  if (command !== undefined)
    harness.broken ??= `a second ${event.type} sent ${command.action} to the carrier.`;
  if (JSON.stringify(stored(again.call)) !== JSON.stringify(harness.call)) {
    harness.broken ??= `a second ${event.type} changed where the call stands.`;
  }
}

/**
 * Gives a command to the carrier and tells the engine what became of it. `left_by_error`: it was refused while its visit
 * lasted, so the node has left by `error` and what it still had to send is not sent.
 */
function dispatch(harness: Harness, command: Command): 'done' | 'left_by_error' {
  if (command.via === 'http') {
    request(harness.web, command, harness.nowMs);
    return 'done';
  }
  const reply = send(harness, command);
  if (reply.status === 200) {
    accept(harness, command, reply);
    return 'done';
  }
  const { code, title, detail } = firstErrorOf(reply);
  if (over.includes(code) && !isAlive(harness)) {
    advanceCall(harness, { kind: 'gone', why: 'The carrier says that the call is over.' });
    return 'done';
  }
  const before = harness.call;
  advanceCall(harness, { kind: 'refused', command, status: reply.status, code, title, detail });
  const { visit } = command;
  const hasLeft = before.node !== null && before.visit === visit && harness.call.visit !== visit;
  return hasLeft ? 'left_by_error' : 'done';
}

/** What the carrier answers when it is asked about the caller's leg. */
export function isAlive({ carrier, call }: Harness): boolean {
  const { status, body } = callStatus(carrier, call.id);
  return status === 200 && isJsonObject(body['data']) && body['data']['is_alive'] === true;
}

function send(harness: Harness, command: Command, tries = TRIES): Reply {
  const { action, callId, leg, id, body } = command;
  const { reply } = feed(harness, {
    kind: 'command',
    action,
    callControlId: leg === undefined ? callId : leg,
    body: { ...body, command_id: id },
  });
  if (reply === null) throw new Error('The emulator did not answer a command.');
  const isPassing = reply.status >= 500 || reply.status === 429;
  return isPassing && tries > 1 ? send(harness, command, tries - 1) : reply;
}

function accept(harness: Harness, command: Command, { body }: Reply): void {
  if (command.reportsBack !== true) return;
  const response = isJsonObject(body['data']) ? body['data'] : {};
  advanceCall(harness, { kind: 'accepted', command, response });
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
