import { definitionOf, type Flow, type JsonObject } from '@gatherline/flow';
import { change, type Run, trace } from './run.ts';

/** Flows that may enter each other, one in the other. */
export const FIRST_DEPTH_REFUSED = 10;

/** Suspends the present flow at `node` and stands in another one; its entry, or `null` when it has none. */
export function pushFrame(
  run: Run,
  entering: { node: string; reference: string; flow: Flow; inputs: JsonObject },
): string | null {
  const { node, reference, flow, inputs } = entering;
  const entry = Object.entries(flow.nodes).find(([, { type }]) => definitionOf(type)?.role === 'entry');
  if (entry === undefined) return null;
  const { frames, flow: present, variables, outputs } = run.call;
  change(run, {
    frames: [...frames, { flow: present, node, variables, outputs }],
    flow: reference,
    variables: { ...flow.variables, ...inputs },
    outputs: {},
  });
  trace(run, { kind: 'note', text: `Into the flow ${flow.name}.`, value: inputs });
  return entry[0];
}

/** Back to the flow that waits, with what is known there; gives the node at which it waits, `null` when none does. */
export function popFrame(run: Run): string | null {
  const frames = [...run.call.frames];
  const frame = frames.pop();
  if (frame === undefined) return null;
  const { flow, variables, outputs, node } = frame;
  change(run, { frames, flow, variables, outputs, node });
  return node;
}

/** Leaves every flow that is deeper than `depth`. */
export function unwindTo(run: Run, depth: number): void {
  while (run.call.frames.length > depth) popFrame(run);
}

/** Does something in the flow that stands so many deep, while the deeper ones wait. */
export function atDepth<Result>(run: Run, depth: number, act: () => Result): Result {
  const { frames, flow, variables, outputs } = run.call;
  const frame = frames[depth];
  if (frame === undefined) return act();
  change(run, {
    frames: frames.slice(0, depth),
    flow: frame.flow,
    variables: frame.variables,
    outputs: frame.outputs,
  });
  const result = act();
  const changed = { ...frame, variables: run.call.variables, outputs: run.call.outputs };
  change(run, {
    frames: frames.map((one, index) => (index === depth ? changed : one)),
    flow,
    variables,
    outputs,
  });
  return result;
}
