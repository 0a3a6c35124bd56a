import { createHash } from 'node:crypto';
import {
  describeProblem,
  type Flow,
  parseFlow,
  type Problem,
  readRunnable,
  toPublishable,
  writeFlow,
} from '@gatherline/flow';
import { lint } from '@gatherline/linter';
import { RequestError } from '../request-error.ts';
import type { FlowDocument } from '../store/ports/call-store.ts';
import type { DraftText } from '../store/ports/flow-store.ts';

export function toDocument(text: string): FlowDocument {
  return { hash: createHash('sha256').update(text).digest('hex'), text };
}

/** A flow that came over HTTP, in the canonical form; unfinished is fine, a wrong structure is 422. */
export function toDraft(document: unknown): DraftText & { readonly flow: Flow } {
  const reading = parseFlow(document);
  if (!reading.ok) {
    throw new RequestError(
      422,
      'not_a_flow',
      'This is not a flow: its structure is wrong in the places named.',
      {
        problems: reading.problems,
      },
    );
  }
  const { flow } = reading;
  return { id: flow.id, name: flow.name, text: writeFlow(flow), flow };
}

/** A flow text of ours: it was parsed before it was stored. Names of ours that an earlier version let in are left out. */
export function fromText(text: string): Flow {
  const reading = readRunnable(text);
  if (!reading.ok) throw new Error('A stored flow can not be read any more.');
  const { subflows: _subflows, ...flow } = reading.flow;
  return flow;
}

/** How many steps a flow may have: reading and checking one with more would keep every caller waiting. */
const mostSteps = 2_000;

/** What would fail a caller, each thing once; none means that the flow can be published. */
export function errorsIn(flow: Flow): readonly Problem[] {
  const count = Object.keys(flow.nodes).length;
  if (count > mostSteps) return [tooManySteps(count)];
  const verdict = toPublishable(flow, lint(flow));
  if (verdict.ok) return [];
  // What is wrong inside a node is told by the flow itself and by the linter.
  const once = new Map(verdict.problems.map((problem) => [describeProblem(problem), problem]));
  return [...once.values()];
}

function tooManySteps(count: number): Problem {
  return {
    rule: 'too-many-steps',
    severity: 'error',
    message: `This flow has ${count} steps; a published flow has at most ${mostSteps}.`,
    cure: 'Move parts of it into flows of their own, and enter them by the step "subflow".',
    path: ['nodes'],
  };
}

/** Rejects a flow that would fail a caller. */
export function assertPublishable(flow: Flow): void {
  const problems = errorsIn(flow);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  const message = `This flow has ${count} to mend before it can be published.`;
  throw new RequestError(422, 'not_publishable', message, { problems });
}
