import { describeProblem, readFlow } from '@gatherline/flow';
import { lint } from '@gatherline/linter';

/** Tells on one line each what is wrong with the text of a flow file. */
export function complaintsAbout(text: string): readonly string[] {
  const reading = readFlow(text);
  const problems = reading.ok ? lint(reading.flow) : reading.problems;
  return problems.map((problem) => `${problem.severity}: ${describeProblem(problem)}`);
}
