import type { Decision } from '@gatherline/flow';
import { overspent } from './budget.ts';
import { target } from './next-node.ts';
import { change, type Run, trace, write } from './run.ts';
import { send } from './send.ts';
import { traceSizeWith } from './size-limits.ts';
import { decideOnEntry, nodeOf } from './visit.ts';

/** Nodes that one event may set off beside the call. */
const MOST_NODES = 100;

/**
 * Runs a path beside the call, which stays where it waits. Its commands carry the waiting visit's state, so that what
 * comes of them finds that visit; a node that would wait is not carried out, and ends the path.
 */
export function runSidePath(run: Run, listener: string): void {
  const seen: string[] = [];
  for (let next: string | null = listener; next !== null; next = step(run, next)) {
    seen.push(next);
    const why = seen.length > MOST_NODES ? `It went through ${MOST_NODES} steps` : overspent(run);
    if (why === null) continue;
    trace(run, { kind: 'note', text: `${why}; the path beside the call is cut here.` });
    return;
  }
}

function step(run: Run, id: string): string | null {
  const { node, definition } = nodeOf(run, id);
  if (node === undefined) return null;
  const isInstant = definition?.role === 'listener' || definition?.isInstant?.(node.params) === true;
  if (!isInstant) {
    const text = 'It would keep the caller waiting, so it can not run beside the call.';
    trace(run, { kind: 'note', node: id, text });
    return null;
  }
  return applyDecision(run, id, decideOnEntry(run, id));
}

function applyDecision(run: Run, id: string, decision: Decision): string | null {
  for (const request of decision.commands) send(run, id, request);
  write(run, id, decision);
  change(run, { traceSize: traceSizeWith(run.call, decision) });
  if (decision.kind !== 'leave') return null;
  const wired = nodeOf(run, id).node?.exits[decision.exit] !== undefined;
  const { to } = wired ? target(run, id, decision.exit) : { to: null };
  const { exit, why } = decision;
  const via = to === null ? 'quiet' : 'wire';
  trace(run, { kind: 'left', node: id, visit: run.call.visit, exit, to, via, ...(why && { why }) });
  return to;
}
