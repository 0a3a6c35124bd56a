import type { Problem } from '@gatherline/flow';

type Path = readonly (string | number)[];

export interface Messages {
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

/** What the problem list says about one problem, in one text. */
export function textOf({ message, cure }: Problem): string {
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return `${sentence} ${cure}`.trim();
}

/** The messages for the field at `path`: those that name it, and with `below` also those that name a part of it. */
export function messagesAt(problems: readonly Problem[], path: Path, below: boolean): Messages {
  // A note is no fault of the field; what it says of an exit stands there anyway.
  const here = problems.filter(
    (problem) => problem.severity !== 'info' && names(problem.path ?? [], path, below),
  );
  const worst = here.find((problem) => problem.severity === 'error') ?? here[0];
  if (worst === undefined) return {};
  return worst.severity === 'error' ? { error: textOf(worst) } : { warning: textOf(worst) };
}

function names(path: Path, field: Path, below: boolean): boolean {
  const begins = field.every((step, index) => String(path[index]) === String(step));
  return begins && (below || path.length === field.length);
}
