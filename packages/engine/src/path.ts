import {
  type CommandRequest,
  type Decision,
  type EnterFlow,
  type Leave,
  type Return,
  takeInputs,
  takeOutputs,
  type Wait,
} from '@gatherline/flow';
import { withinBudget } from './budget.ts';
import { runSidePath } from './side-path.ts';
import { endPath } from './end-path.ts';
import { FIRST_DEPTH_REFUSED, popFrame, pushFrame } from './frames.ts';
import { isSpare } from './legs.ts';
import { target } from './next-node.ts';
import { change, flowOf, type Run, trace, write } from './run.ts';
import { HANG_UP } from './safety-net.ts';
import { send } from './send.ts';
import { traceSizeWith } from './size-limits.ts';
import { soundingFrom } from './sounds.ts';
import { beginStop } from './stop.ts';
import { decideOnEntry, exitsOf, keepInConfidence, nodeOf, registerLateOutputs, stopOf } from './visit.ts';

/** How long the carrier may take to take a command, in milliseconds: the life of its id and a margin. */
const CONFIRM_WITHIN_MS = 90_000;

/** No call lives longer; what a flow asks for beyond it is no date any more. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Enters a node and goes on until the path waits or ends. */
export function goTo(run: Run, id: string): void {
  let next: string | null = id;
  while (next !== null) {
    const entered = withinBudget(run, next);
    change(run, {
      node: entered,
      visit: run.call.visit + 1,
      issued: 0,
      waiting: null,
      idleVisits: run.call.idleVisits + 1,
    });
    registerLateOutputs(run, entered);
    next = applyDecision(run, entered, decideOnEntry(run, entered));
  }
}

/** Carries out what the current visit decided, and follows its exit where it leaves. */
export function follow(run: Run, decision: Decision): void {
  const { node } = run.call;
  if (node === null) return;
  const next = applyDecision(run, node, decision);
  if (next !== null) goTo(run, next);
}

/** The node to enter next, or `null` when the path waits or has ended. */
function applyDecision(run: Run, node: string, decision: Decision): string | null {
  if (run.call.state === 'ended' && decision.commands.some(needsTheCaller)) return passOver(run, node);
  const due = decision.commands.filter((request) => !isSpare(run.call, request));
  const sent = due.map((request) => send(run, node, request, confirms(decision)));
  keepInConfidence(run, node, decision.outputs);
  write(run, node, decision);
  change(run, { traceSize: traceSizeWith(run.call, decision) });
  switch (decision.kind) {
    case 'wait':
      return stay(run, node, decision);
    case 'leave': {
      if (decision.stopsFirst === true && isStoppedFirst(run, node, decision)) return null;
      const last = sent.at(-1);
      if (decision.onceAccepted === true && last !== undefined) return confirm(run, last.id, decision.exit);
      return nextAfter(run, node, decision);
    }
    case 'enter_flow':
      return enterFlow(run, node, decision);
    case 'return':
      return returnFrom(run, node, decision);
    case 'end':
    default:
      return endPath(run);
  }
}

/** Whether the node leaves only once what runs there has stopped. */
function isStoppedFirst(run: Run, node: string, { exit, why = '' }: Leave): boolean {
  const isTried = run.call.state === 'ended' || run.call.waiting?.stoppingFor !== undefined;
  const stop = isTried ? undefined : stopOf(run, node);
  return stop !== undefined && beginStop(run, node, { stop, then: { exit, why } });
}

function confirms(decision: Decision): boolean {
  return decision.kind === 'leave' && decision.onceAccepted === true;
}

function needsTheCaller({ via, outlivesCall, leg }: CommandRequest): boolean {
  return via !== 'http' && outlivesCall !== true && typeof leg !== 'string';
}

/** The caller has hung up: what only speaks is passed over, what would need an answer ends the path. */
function passOver(run: Run, node: string): string | null {
  const { definition } = nodeOf(run, node);
  const [main, ...others] = exitsOf(run, node).filter(({ kind }) => kind === 'main');
  if (main === undefined || others.length > 0 || definition?.waitsForCaller === true) {
    trace(run, { kind: 'note', node, text: 'The caller has hung up, so the path ends here.' });
    return endPath(run);
  }
  return nextAfter(run, node, {
    kind: 'leave',
    exit: main.id,
    commands: [],
    why: 'The caller has hung up: passed over.',
  });
}

function stay(run: Run, node: string, { for: awaited, withinMs, memory, commands, sounds }: Wait): null {
  const before = run.call.waiting;
  const deadlineMs =
    withinMs === null ? (before?.deadlineMs ?? run.atMs) : run.atMs + Math.min(withinMs, LONGEST_WAIT_MS);
  // A deadline that stays keeps the patience that goes with it.
  const former = withinMs === null ? before?.sounding : undefined;
  const sounding = sounds === undefined ? former : soundingFrom(run, deadlineMs);
  const remembered = memory ?? before?.memory;
  change(run, {
    waiting: {
      for: awaited,
      deadlineMs,
      ...(remembered === undefined ? {} : { memory: remembered }),
      ...(sounding === undefined ? {} : { sounding }),
    },
  });
  const until = new Date(deadlineMs).toISOString();
  // A step that only listens on would say so after each word of a conversation.
  const goesOn = commands.length === 0 && before !== null && isSame(before.for, awaited);
  if (!goesOn) trace(run, { kind: 'waiting', node, visit: run.call.visit, for: awaited, until });
  return null;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((type, index) => type === other[index]);
}

function confirm(run: Run, commandId: string, exit: string): null {
  const deadlineMs = run.atMs + CONFIRM_WITHIN_MS;
  change(run, { waiting: { for: [], deadlineMs, confirming: { commandId, exit } } });
  return null;
}

/** Where an exit leads: its wire, else the flow's handler for that outcome, else an apology; never into silence. */
function nextAfter(run: Run, node: string, { exit, why }: Leave): string | null {
  const { to, via, returns, sidePath } = target(run, node, exit);
  trace(run, {
    kind: 'left',
    node,
    visit: run.call.visit,
    exit,
    to,
    via,
    ...(why === undefined ? {} : { why }),
  });
  if (sidePath !== undefined) runSidePath(run, sidePath);
  if (returns === undefined) return to ?? endPath(run);
  // A flow that was entered hands what it can't deal with to the one that waits for it.
  const waitingNode = popFrame(run);
  return waitingNode === null
    ? HANG_UP
    : nextAfter(run, waitingNode, { kind: 'leave', commands: [], ...returns });
}

function enterFlow(run: Run, node: string, { flow: reference, inputs }: EnterFlow): string | null {
  const flow = run.root.subflows?.[reference];
  const fail = (why: string) => nextAfter(run, node, { kind: 'leave', exit: 'error', commands: [], why });
  if (flow === undefined) return fail(`There is no flow ${reference}.`);
  if (run.call.frames.length >= FIRST_DEPTH_REFUSED) return fail('The flows enter each other without end.');
  const taken = takeInputs(flow, inputs);
  if (!taken.ok) return fail(taken.why);
  return (
    pushFrame(run, { node, reference, flow, inputs: taken.values }) ?? fail(`${reference} has no start.`)
  );
}

function returnFrom(run: Run, node: string, { values, outcome }: Return): string | null {
  const exit = outcome ?? 'returned';
  trace(run, { kind: 'left', node, visit: run.call.visit, exit, to: null, via: 'return' });
  const flow = flowOf(run);
  const waitingNode = popFrame(run);
  if (waitingNode === null) {
    trace(run, { kind: 'note', text: 'No other flow waits for this one to return; the call is hung up.' });
    return run.call.state === 'ended' ? endPath(run) : HANG_UP;
  }
  const handed = takeOutputs(flow, values);
  if (!handed.ok)
    return nextAfter(run, waitingNode, { kind: 'leave', exit: 'error', commands: [], why: handed.why });
  write(run, waitingNode, { outputs: handed.values });
  const known = exitsOf(run, waitingNode).some(({ id }) => id === exit);
  return nextAfter(run, waitingNode, { kind: 'leave', exit: known ? exit : 'returned', commands: [] });
}
