import {
  type Change,
  describeProblem,
  diffFlows,
  type Flow,
  type FlowDiff,
  isSame,
  type Json,
  nameIn,
  sayChanges,
} from '@gatherline/flow';
import { type FlowFile, readFlowFile } from '../flow-files.ts';
import { type Outcome, UsageError } from '../outcome.ts';

/** Tells what differs between two flow files by meaning; `layout` also tells which steps have moved. */
export function diffFiles(before: string, after: string, { layout }: { layout: boolean }): Outcome {
  const [a, b] = [toFlow(readFlowFile(before)), toFlow(readFlowFile(after))];
  const diff = diffFlows(a, b);
  const { layout: moved, ...logic } = diff;
  return {
    ok: isSame(diff) && (!layout || moved.length === 0),
    lines: [
      ...logicLines(diff, a, b),
      ...(layout ? moved.map((change) => `~ layout ${toLine(change, a, b)}`) : []),
    ],
    json: { ...(layout ? diff : logic), words: sayChanges(a, b).map(({ text }) => text) },
  };
}

function toFlow(file: FlowFile): Flow {
  if (file.ok) return file.flow;
  throw new UsageError(
    [`${file.path} can't be read as a flow.`, ...file.problems.map(describeProblem)].join('\n'),
  );
}

function logicLines(diff: FlowDiff, before: Flow, after: Flow): readonly string[] {
  return [
    ...diff.flow.map((change) => `~ ${toLine(change, before, after)}`),
    ...diff.removed.map(({ id, name, type }) => `- ${named(name, id)}, ${type}`),
    ...diff.added.map(({ id, name, type }) => `+ ${named(name, id)}, ${type}`),
    ...diff.renamed.map(({ from, to, name }) => `~ ${named(name, to)} was called ${from}`),
    ...diff.changed.flatMap(({ id, name, changes }) => [
      `~ ${named(name, id)}`,
      ...changes.map((change) => `    ${toLine(change, before, after)}`),
    ]),
  ];
}

function named(name: string, id: string): string {
  return name === id ? id : `“${name}” (${id})`;
}

function toLine({ path, before, after, isOrder }: Change, from: Flow, to: Flow): string {
  const isExit = path[0] === 'exits';
  const show = (value: Json | undefined, flow: Flow) => {
    if (value === undefined) return 'none';
    if (!isExit || typeof value !== 'string') return JSON.stringify(value);
    return named(nameIn(flow.nodes[value] === undefined ? to : flow, value), value);
  };
  const place = isExit ? path.join(' ') : path.join('.');
  return `${place}${isOrder ? ', order' : ''}: ${show(before, from)} → ${show(after, to)}`;
}
