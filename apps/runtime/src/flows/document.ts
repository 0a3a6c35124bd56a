import { createHash } from 'node:crypto';
import { type Flow, parseFlow, readFlow, toPublishable, writeFlow } from '@gatherline/flow';
import { lint } from '@gatherline/linter';
import { RequestError } from '../request-error.ts';
import type { FlowDocument } from '../stores/call-store.ts';
import type { DraftText } from '../stores/flow-store.ts';

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

/** A flow text of ours: it was parsed before it was stored. */
export function fromText(text: string): Flow {
  const reading = readFlow(text);
  if (!reading.ok) throw new Error('A stored flow can not be read any more.');
  return reading.flow;
}

/** Rejects a flow that would fail a caller. */
export function assertPublishable(flow: Flow): void {
  const verdict = toPublishable(flow, lint(flow));
  if (verdict.ok) return;
  const count = verdict.problems.length === 1 ? 'one problem' : `${verdict.problems.length} problems`;
  throw new RequestError(
    422,
    'not_publishable',
    `This flow has ${count} to mend before it can be published.`,
    {
      problems: verdict.problems,
    },
  );
}
