import { readFileSync } from 'node:fs';
import { describeProblem, readFlow } from '@gatherline/flow';
import { lint } from '@gatherline/linter';

const reading = readFlow(readFileSync('clinic_front_desk.flow.json', 'utf8'));
const problems = reading.ok ? lint(reading.flow) : reading.problems;

for (const problem of problems) {
  console.log(problem.severity, problem.rule, describeProblem(problem));
}
