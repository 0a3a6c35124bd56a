import { type Renaming, renameSteps } from '../references.ts';
import type { Flow } from '../schema.ts';
import type { Change } from './changes.ts';
import { diffFlows } from './diff-flows.ts';
import { handlersApart, sayFlowChange } from './say-flow-change.ts';
import {
  cutAlike,
  exitTitle,
  fieldMeta,
  fieldTitle,
  isWhole,
  kindTitle,
  saySet,
  type Sides,
  spokenAt,
  stepName,
  valueInWords,
} from './words.ts';

/** One thing that differs, in the words of somebody who calls; `node` is the step it is about. */
export interface ChangeSentence {
  readonly kind: 'added' | 'removed' | 'changed' | 'flow';
  readonly node?: string;
  readonly text: string;
}

/** What differs between two flows, a sentence for each thing. Where steps stand on the canvas does not count. */
export function sayChanges(before: Flow, after: Flow): readonly ChangeSentence[] {
  const diff = diffFlows(before, after);
  const renaming: Renaming = new Map(diff.renamed.map(({ from, to }) => [from, to]));
  const flows: Sides = { before: renameSteps(before, renaming), after };
  return [
    ...diff.added.map(({ id }) => step('added', id, `${stepName(after, id)} is new`)),
    ...diff.removed.map(({ id }) => step('removed', id, `${stepName(flows.before, id)} is gone`)),
    ...diff.renamed.map(({ from, to }) =>
      step('changed', to, `${stepName(after, to)} has the id ${to} now (before: ${from})`),
    ),
    ...diff.changed.flatMap(({ id, changes }) =>
      changes.map((change) => step('changed', id, sayStepChange(id, change, flows))),
    ),
    ...diff.flow
      .flatMap(handlersApart)
      .map((change): ChangeSentence => ({ kind: 'flow', text: sayFlowChange(change, flows) })),
  ];
}

function step(kind: ChangeSentence['kind'], node: string, text: string): ChangeSentence {
  return { kind, node, text };
}

function sayStepChange(id: string, change: Change, flows: Sides): string {
  const { before, after, path } = change;
  const [part, ...inside] = path;
  const name = stepName(flows.after, id);
  if (part === 'label') return `${name} has another name (before: ${valueInWords(before)})`;
  if (part === 'type')
    return `${name} is another kind of step now: ${kindTitle(after)} (before: ${kindTitle(before)})`;
  if (part === 'exits' && inside.length === 1) return sayWire(id, change, flows);
  if (part === 'params') return sayParameter(id, { ...change, path: inside }, flows);
  return saySet(`${name}: ${path.join(', ')}`, { now: valueInWords(after), was: valueInWords(before) });
}

function sayWire(id: string, { path, before, after }: Change, flows: Sides): string {
  const exit = exitTitle([flows.after.nodes[id], flows.before.nodes[id]], String(path[1]));
  const now = typeof after === 'string' ? `to ${stepName(flows.after, after)}` : 'nowhere';
  const was = typeof before === 'string' ? stepName(flows.before, before) : 'nowhere';
  return `After ${stepName(flows.after, id)}, “${exit}” now leads ${now} (before: ${was})`;
}

function sayParameter(id: string, change: Change, flows: Sides): string {
  const { path, before, after } = change;
  const name = stepName(flows.after, id);
  const [old, node] = [flows.before.nodes[id], flows.after.nodes[id]];
  if (old === undefined || node === undefined) return name;
  const field = fieldTitle(node, path);
  if (change.isOrder) return `${name}: ${field} stand in another order`;
  const spoken = spokenAt(node, path) ?? spokenAt(old, path);
  const values = {
    now: valueInWords(after, fieldMeta(node, path)),
    was: valueInWords(before, fieldMeta(old, path)),
  };
  if (spoken === null) return saySet(`${name}: ${field}`, { ...values, isWhole: isWhole(change) });
  const cut = cutAlike([values.now, values.was]);
  const [now, was] = [cut(values.now), cut(values.was)];
  const where = spoken.title === null ? '' : ` (${spoken.title})`;
  if (after === undefined) return `${name} says nothing any more${where} (before: ${was})`;
  if (before === undefined) return `${name} has words to say${where}: ${now}`;
  return `${name} says other words${where}: ${now} (before: ${was})`;
}
