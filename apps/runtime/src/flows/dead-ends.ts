import type { Flow, Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { Entry } from './entries.ts';
import { deadReference, type Reference } from './references.ts';

/** Steps that would enter a flow that is not here; one that enters itself will be. */
export function deadEnds(root: Flow, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ document, reference }) => document === null && !isItself(root, reference));
}

/** Whether a flow means itself, as it is published when it is entered. */
export function isItself({ id }: Flow, { flow, version }: Reference): boolean {
  return flow === id && version === null;
}

/** What is wrong, at the step of the outermost flow that leads there. `hasVersions`: the flow is here, not that version of it. */
export function deadEndProblem(root: Flow, { by, reference, through }: Entry, hasVersions: boolean): Problem {
  if (by.id !== root.id) {
    return deadReference(through, 'flow', {
      message: `${by.name} (${by.id}), which is entered from here, enters ${reference.text}, which is not published here; callers would hear an apology.`,
      cure: `Publish ${reference.flow} first, or publish ${by.id} without the step ${reference.node}.`,
    });
  }
  if (hasVersions) {
    return deadReference(reference, 'version', {
      message: `The flow ${reference.flow} has no version ${reference.version}; callers would hear an apology.`,
      cure: 'Choose one of its versions, or none to follow the newest.',
    });
  }
  return deadReference(reference, 'flow', {
    message: `The flow ${reference.flow} is not published here; callers would hear an apology.`,
    cure: 'Publish it first, or choose another flow.',
  });
}

/** Callers must not be led to a flow that leads them into nothing. */
export function deadEnd(status: 409 | 422, root: Flow, { by, reference }: Entry): RequestError {
  const who =
    by.id === root.id ? `${by.name} (${by.id})` : `${root.id} leads into ${by.name} (${by.id}), which`;
  return new RequestError(
    status,
    'dead_reference',
    `${who} enters ${reference.text} at its step ${reference.node}, and no such flow is published here: ` +
      `publish ${reference.flow}, or publish ${by.id} without that step.`,
  );
}

/** Callers reach the flow through others, which are named. */
export function stillEntered(id: string, entering: readonly Entry[]): RequestError {
  const steps = new Map(entering.map((entry) => [`${entry.by.id} ${entry.reference.node}`, entry]));
  const named = [...steps.values()].map(
    ({ by, reference }) => `${by.name} (${by.id}) at its step ${reference.node}`,
  );
  return new RequestError(
    409,
    'still_entered',
    `Callers reach ${id} through ${named.join(', and through ')}: take that out and publish, or lead the numbers elsewhere, before you delete ${id}.`,
  );
}
