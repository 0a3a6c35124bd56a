import type { CommandRequest, Decision, Leave, Wait } from '@gatherline/flow';
import { writeVisit } from './client-state.ts';
import { commandId } from './command-id.ts';
import { change, type Run, tell, write } from './run.ts';
import { APOLOGY, HANG_UP, isSafetyNet } from './safety-net.ts';
import { decideOnEntry, exitOf, nodeOf } from './visit.ts';

/** Visits without a word or a key from the caller, after which a loop is cut. */
export const STEP_BUDGET = 1_000;

/** How long the carrier may take to confirm the end of a call, in milliseconds. */
export const END_WITHIN_MS = 30_000;

/** Enters a node and goes on until the path waits or ends. */
export function goTo(run: Run, id: string): void {
  let next: string | null = id;
  while (next !== null) {
    const entered = affordable(run, next);
    change(run, {
      node: entered,
      visit: run.call.visit + 1,
      issued: 0,
      waiting: null,
      idleVisits: run.call.idleVisits + 1,
    });
    next = carryOut(run, entered, decideOnEntry(run, entered));
  }
}

/** Carries out what the current visit decided, and follows its exit where it leaves. */
export function follow(run: Run, decision: Decision): void {
  const { node } = run.call;
  if (node === null) return;
  const next = carryOut(run, node, decision);
  if (next !== null) goTo(run, next);
}

/** Sends a command in the name of the current visit. */
export function send(run: Run, node: string, request: CommandRequest): void {
  const { call } = run;
  const state = { client_state: writeVisit(call.visit) };
  const legState = request.opensLeg === true ? { target_leg_client_state: writeVisit(call.visit) } : {};
  const command = {
    id: commandId(call.id, call.visit, call.issued),
    callId: call.id,
    node,
    visit: call.visit,
    action: request.action,
    body: { ...request.params, ...state, ...legState },
    keep: request.keep ?? [],
  };
  run.commands.push(command);
  change(run, { issued: call.issued + 1 });
  tell(run, {
    kind: 'sent',
    node,
    visit: call.visit,
    action: request.action,
    command_id: command.id,
    body: request.params,
  });
}

/** The node to enter next, or `null` when the path waits or has ended. */
function carryOut(run: Run, node: string, decision: Decision): string | null {
  for (const request of decision.commands) send(run, node, request);
  write(run, node, decision);
  if (decision.kind === 'leave') return nextAfter(run, node, decision);
  if (decision.kind === 'wait') {
    stay(run, node, decision);
    return null;
  }
  change(run, { node: null, waiting: { for: [], deadlineMs: run.atMs + END_WITHIN_MS } });
  return null;
}

function stay(run: Run, node: string, { for: awaited, withinMs, memory }: Wait): void {
  const deadlineMs = run.atMs + withinMs;
  const remembered = memory ?? run.call.waiting?.memory;
  change(run, {
    waiting: { for: awaited, deadlineMs, ...(remembered === undefined ? {} : { memory: remembered }) },
  });
  tell(run, {
    kind: 'waiting',
    node,
    visit: run.call.visit,
    for: awaited,
    until: new Date(deadlineMs).toISOString(),
  });
}

/** Where an exit leads: its wire, else the flow's handler for that outcome, else an apology; never into silence. */
function nextAfter(run: Run, node: string, { exit, why }: Leave): string {
  const { to, via } = target(run, node, exit);
  tell(run, {
    kind: 'left',
    node,
    visit: run.call.visit,
    exit,
    to,
    via,
    ...(why === undefined ? {} : { why }),
  });
  return to;
}

function target(
  run: Run,
  id: string,
  exitId: string,
): { to: string; via: 'wire' | 'handler' | 'apology' | 'quiet' } {
  const wired = nodeOf(run, id).node?.exits[exitId];
  if (wired !== undefined && nodeOf(run, wired).node !== undefined) return { to: wired, via: 'wire' };
  const exit = exitOf(run, id, exitId);
  const handler = exit.fallsTo === undefined ? undefined : run.flow.settings.handlers?.[exit.fallsTo];
  if (typeof handler === 'string' && handler !== id && nodeOf(run, handler).node !== undefined) {
    return { to: handler, via: 'handler' };
  }
  if (exit.endsQuietly === true) return { to: HANG_UP, via: 'quiet' };
  // Nothing can be said on a line that was never picked up, and the apology itself must not lead back to itself.
  const canSpeak = run.call.state === 'answered' && id !== APOLOGY;
  return { to: canSpeak ? APOLOGY : HANG_UP, via: 'apology' };
}

/** The node itself, or the way out once the budget of steps is spent. */
function affordable(run: Run, id: string): string {
  if (isSafetyNet(id) || run.call.idleVisits < STEP_BUDGET) return id;
  tell(run, {
    kind: 'note',
    text: `The call went through ${STEP_BUDGET} steps without a word or a key from the caller; the loop is cut at ${id}.`,
  });
  return run.call.state === 'answered' ? APOLOGY : HANG_UP;
}
