import { describeProblem, flowProblems, readFlow, writeFlow } from '@gatherline/flow';

const reading = readFlow(
  '{ "format": "gatherline/flow@1", "id": "line", "name": "Line", "nodes": { "bye": { "type": "hangup" } } }',
);
if (reading.ok) {
  const problems = flowProblems(reading.flow).map(describeProblem);
  const file = writeFlow(reading.flow);
  console.log(problems, file);
}
