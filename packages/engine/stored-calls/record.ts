import {
  definitionOf,
  type Flow,
  type JsonObject,
  parseFlow,
  type RunnableFlow,
  withSubflows,
} from '@gatherline/flow';
import {
  beginCall,
  type Call,
  type Command,
  type EngineEvent,
  isTimed,
  type Reported,
  transition,
  writeVisit,
} from '../src/index.ts';
import type { Happening, Moment } from './moment.ts';

/** A call as it was stored while a step kept it waiting, and what follows. It is kept as JSON, and never written again. */
export interface StoredCall {
  /** The node type that keeps it waiting. */
  readonly shows: string;
  /** The flow as its file would be, and one that it enters. */
  readonly flow: JsonObject;
  readonly subflow?: JsonObject;
  readonly call: Pick<Call, 'id'> & Partial<Call>;
  readonly next: readonly { readonly at: string; readonly event: EngineEvent }[];
  /** The exits that it takes from there on. */
  readonly way: readonly Left[];
  /** What is known of the step and in the call then; later versions may know more. */
  readonly outputs: JsonObject;
  readonly variables: JsonObject;
}

interface Left {
  readonly node: string;
  readonly exit: string;
  readonly to: string | null;
}

const STEP = 'step';
const BEGIN_MS = Date.parse('2026-03-04T10:00:00.000Z');

/** What a moment is by this version. Throws where the call does not wait in its step, or does not leave it as it says. */
export function record(moment: Moment): StoredCall {
  const { shows, subflow, before: earlier = [], next, leaves = STEP, leavesBy } = moment;
  const flow = flowOf(moment);
  const inner = subflow === undefined ? undefined : document(subflow.id, subflow.nodes);
  const player = createPlayer(runnable(flow, inner), moment);
  player.enter();
  for (const happening of earlier) player.play(happening);
  const call = player.call();
  if (!isWaitingIn(call)) throw new Error(`${moment.name}: the call does not wait in its step.`);
  const before = player.left().length;
  const follows = next.map((happening) => player.play(happening));
  const way = player.left().slice(before);
  if (!way.some(({ node, exit, to }) => node === leaves && exit === leavesBy && to === 'bye'))
    throw new Error(`${moment.name}: the call does not leave ${leaves} by ${leavesBy}.`);
  return {
    shows,
    flow,
    ...(inner && { subflow: inner }),
    call,
    next: follows,
    way,
    ...player.known(),
  };
}

function isWaitingIn({ node, frames, waiting }: Call): boolean {
  return waiting !== null && (node === STEP || frames.some((frame) => frame.node === STEP));
}

/** A flow and one that it enters, as they are read. */
export function runnable(flow: JsonObject, subflow?: JsonObject): RunnableFlow {
  const inner = subflow === undefined ? undefined : read(subflow);
  return inner === undefined ? read(flow) : withSubflows(read(flow), { [inner.id]: inner });
}

function read(flow: JsonObject): Flow {
  const reading = parseFlow(flow);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

function flowOf({
  shows,
  params,
  start = {},
  nodes = {},
  variables = {},
  leavesBy,
  leaves,
  begins = STEP,
  direction,
}: Moment) {
  const exits = leaves === undefined ? { [leavesBy]: 'bye' } : {};
  const bye = { type: 'hangup' };
  if (shows === 'start') return document('line', { [STEP]: { type: 'start', params: start, exits }, bye });
  const step = { type: shows, params: { ...definitionOf(shows)?.defaults, ...params }, exits };
  const begin = { type: 'start', params: start, exits: { [direction ?? 'incoming']: begins } };
  return document('line', { begin, [STEP]: step, ...nodes, bye }, variables);
}

function document(id: string, nodes: JsonObject, variables: JsonObject = {}): JsonObject {
  return { format: 'gatherline/flow@1', id, name: 'Line', variables, nodes };
}

/** Lets things happen to a call, a second apart. */
function createPlayer(flow: RunnableFlow, { direction = 'incoming', shows, start }: Moment) {
  let atMs = BEGIN_MS;
  let call = newCall(flow, direction);
  let events = 0;
  const commands: Command[] = [];
  const left: Left[] = [];

  function play(happening: Happening) {
    events += 1;
    atMs = 'time' in happening ? (call.waiting?.deadlineMs ?? atMs) : atMs + 1_000;
    const event = toEvent(happening, { call, commands, atMs, id: `event-${events}` });
    const moved = transition(flow, call, event, atMs);
    call = JSON.parse(JSON.stringify(moved.call));
    commands.push(...moved.commands);
    left.push(...moved.trace.flatMap((line) => (line.kind === 'left' ? [exitOf(line)] : [])));
    return { at: new Date(atMs).toISOString(), event };
  }

  return {
    play,
    call: () => call,
    left: () => left,
    known: () => ({ outputs: call.outputs[STEP] ?? {}, variables: call.variables }),
    /** The call comes in, or goes out, and gets to its step. */
    enter(): void {
      play({ told: 'call.initiated', payload: { direction } });
      if (shows !== 'start' && start?.['answer'] !== false) play({ told: 'call.answered' });
    },
  };
}

const exitOf = ({ node, exit, to }: Left): Left => ({ node, exit, to });

function newCall(flow: Flow, direction: Call['direction']): Call {
  return beginCall(flow, {
    id: 'v3:caller',
    legId: 'leg-1',
    sessionId: 'session-1',
    connectionId: '1494404757140276705',
    direction,
    from: '+13125550142',
    to: '+13125550100',
    seed: 'seed',
    startedAt: new Date(BEGIN_MS).toISOString(),
  });
}

interface Circumstances {
  readonly call: Call;
  readonly commands: readonly Command[];
  readonly atMs: number;
  readonly id: string;
}

function toEvent(happening: Happening, { call, commands, atMs, id }: Circumstances): EngineEvent {
  if ('time' in happening) {
    if (!isTimed(call)) throw new Error('The call waits for the carrier, not for a moment.');
    return { kind: 'deadline', visit: call.visit };
  }
  if ('signal' in happening) return { kind: 'signal', id, name: happening.signal, data: {} };
  if ('told' in happening) {
    const { told: type, payload, leg = call.id } = happening;
    const known = { call_control_id: leg, client_state: writeVisit(call.visit) };
    const occurredAt = new Date(atMs).toISOString();
    const event = { id: happening.id ?? id, type, occurredAt, payload: { ...known, ...payload } };
    return { kind: 'carrier', event };
  }
  if ('answered' in happening) {
    const command = lastOf(commands, 'http_request');
    return { kind: 'requested', command, type: 'http.answered', payload: happening.answered };
  }
  if ('accepted' in happening) {
    const { accepted: action, response = {} } = happening;
    return { kind: 'accepted', command: lastOf(commands, action), response };
  }
  const { refused: action, code, title } = happening;
  return { kind: 'refused', command: lastOf(commands, action), status: 422, code, title, detail: '' };
}

function lastOf(commands: readonly Command[], wanted: string): Reported {
  const command = commands.findLast((sent) => sent.action === wanted);
  if (command === undefined) throw new Error(`The flow has not sent ${wanted}.`);
  const { id, node, visit, action, keep, depth, tag } = command;
  return {
    id,
    node,
    visit,
    action,
    keep,
    ...(depth !== undefined && { depth }),
    ...(tag !== undefined && { tag }),
  };
}
