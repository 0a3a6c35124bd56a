import { writeFileSync } from 'node:fs';
import { describeProblem, writeFlow } from '@gatherline/flow';
import { type FlowFile, readFlowFiles } from '../flow-files.ts';
import type { Outcome } from '../outcome.ts';

type State = 'unchanged' | 'changed' | 'unreadable';

/** Writes flow files the canonical way; with `check` it only tells which ones are not. */
export function formatFiles(paths: readonly string[], { check }: { check: boolean }): Outcome {
  const files = readFlowFiles(paths).map((file) => ({ file, state: stateOf(file) }));
  if (!check) for (const { file } of files) write(file);
  const wrong: readonly State[] = check ? ['changed', 'unreadable'] : ['unreadable'];
  return {
    ok: files.every(({ state }) => !wrong.includes(state)),
    lines: files.flatMap(({ file, state }) => toLines(file, state, check)),
    json: { files: files.map(({ file, state }) => ({ path: file.path, state })) },
  };
}

function stateOf(file: FlowFile): State {
  if (!file.ok) return 'unreadable';
  return writeFlow(file.flow) === file.text ? 'unchanged' : 'changed';
}

function write(file: FlowFile): void {
  if (file.ok && stateOf(file) === 'changed') writeFileSync(file.path, writeFlow(file.flow));
}

function toLines(file: FlowFile, state: State, check: boolean): readonly string[] {
  if (!file.ok)
    return [`${file.path} can't be read:`, ...file.problems.map((each) => `  ${describeProblem(each)}`)];
  if (state === 'unchanged') return [];
  return [
    check ? `${file.path} is not written the canonical way; run gatherline fmt.` : `${file.path} written.`,
  ];
}
