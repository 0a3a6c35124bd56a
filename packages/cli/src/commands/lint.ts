import { describeProblem, type Problem, type Severity } from '@gatherline/flow';
import { lint } from '@gatherline/linter';
import { type FlowFile, readFlowFiles } from '../flow-files.ts';
import type { Outcome } from '../outcome.ts';

/** Finds the problems of flow files; problems that are only worth knowing do not fail. */
export function lintFiles(paths: readonly string[]): Outcome {
  const files = readFlowFiles(paths).map((file) => ({ path: file.path, problems: problemsOf(file) }));
  const problems = files.flatMap((file) => file.problems);
  return {
    ok: problems.every(({ severity }) => severity === 'info'),
    lines: [
      ...files.flatMap((file) =>
        file.problems.length === 0 ? [] : [file.path, ...file.problems.map(toLine), ''],
      ),
      summary(files.length, problems),
    ],
    json: { files },
  };
}

function problemsOf(file: FlowFile): readonly Problem[] {
  return file.ok ? lint(file.flow) : file.problems;
}

function toLine(problem: Problem): string {
  return `  ${problem.severity.padEnd(7)}  ${describeProblem(problem)}  (${problem.rule})`;
}

function summary(files: number, problems: readonly Problem[]): string {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const found = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'note'),
  ];
  return `${counted(files, 'flow')}: ${found.join(', ')}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
