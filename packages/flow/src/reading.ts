import type { z } from 'zod';
import { FORMAT, type Flow, flowSchema, type RunnableFlow, withSubflows } from './schema.ts';
import { readJson, withLine } from './json-text.ts';
import { otherFormatOf, otherTextOf } from './other-formats.ts';
import { isJsonObject, type JsonObject, tooDeepAt, tooDeepComplaint } from './json.ts';
import { migrate } from './migrations/index.ts';
import type { Problem } from './problem.ts';

export type Reading =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a flow from the text of a `.flow.json` file: JSON, migrations, structure. Never throws. */
export function readFlow(text: string): Reading {
  const reading = readJson(text);
  if (reading.ok) return parseFlow(reading.value);
  const other = otherTextOf(text);
  if (other !== null) return refuseOther(other);
  const { path } = reading;
  const complaint = withLine(reading, text);
  if (path === undefined) return refuse(`This file is not JSON. ${complaint}`, 'Mend it there.');
  const problem = {
    rule: 'flow-structure',
    severity: 'error',
    message: complaint,
    cure: 'Keep one of the two; where both are meant, as after a merge, give one of them another name.',
    ...placeOf(path),
  } as const;
  return { ok: false, problems: [problem] };
}

/** Reads a flow from a parsed value; older formats are migrated, unknown fields kept. Never throws. */
export function parseFlow(value: unknown): Reading {
  const other = otherFormatOf(value);
  if (other !== null) return refuseOther(other);
  if (!isJsonObject(value))
    return refuse('A flow is a JSON object.', 'Begin the file with { and end it with }.');
  if (Object.hasOwn(value, 'subflows')) return { ok: false, problems: [keyOfOurs] };
  const deep = tooDeepAt(value);
  if (deep !== null) {
    const problem = {
      rule: 'flow-structure',
      severity: 'error',
      ...tooDeepComplaint(deep),
      ...placeOf(deep),
    } as const;
    return { ok: false, problems: [problem] };
  }
  const migrated = migrate(value);
  if (!migrated.ok) return refuse(migrated.message, migrated.cure);
  const result = flowSchema.safeParse(migrated.document);
  if (result.success) return { ok: true, flow: result.data };
  return { ok: false, problems: result.error.issues.map(toProblem) };
}

/** Under this key a flow that is ready to run holds those that it enters; in a file it would pass for them. */
const keyOfOurs: Problem = {
  rule: 'flow-structure',
  severity: 'error',
  message: 'subflows: this key is not for files; which flows a flow enters follows from its steps.',
  cure: 'Remove it, or give it another name.',
  path: ['subflows'],
};

/**
 * Reads a flow together with those that it enters: the text of a flow that may hold the others, by their references,
 * under `subflows`; one of them that can't be read is not there. Never throws.
 */
export function readRunnable(
  text: string,
): { readonly ok: true; readonly flow: RunnableFlow } | Extract<Reading, { ok: false }> {
  const { own, held } = takeHeld(text);
  const main = own === null ? readFlow(text) : parseFlow(own);
  if (!main.ok) return main;
  const subflows: Record<string, Flow> = {};
  for (const [reference, value] of Object.entries(held)) {
    // What is held was read before it was bundled, and says by an empty key that it holds nothing itself.
    const reading = parseFlow(isJsonObject(value) ? withoutHeld(value).own : value);
    if (reading.ok) subflows[reference] = reading.flow;
  }
  return { ok: true, flow: withSubflows(main.flow, subflows) };
}

function withoutHeld({ subflows, ...own }: JsonObject): { own: JsonObject; held: JsonObject } {
  return { own, held: isJsonObject(subflows) ? subflows : {} };
}

function takeHeld(text: string): { readonly own: JsonObject | null; readonly held: JsonObject } {
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value) || !Object.hasOwn(value, 'subflows')) return { own: null, held: {} };
    return withoutHeld(value);
  } catch {
    return { own: null, held: {} };
  }
}

function refuseOther(name: string): Reading {
  return refuse(
    `This is ${name}, not a flow of Gatherline.`,
    `A flow begins with "format": "${FORMAT}"; draw this one in the studio, with the file beside you as the plan.`,
  );
}

function refuse(message: string, cure: string): Reading {
  return { ok: false, problems: [{ rule: 'flow-structure', severity: 'error', message, cure, path: [] }] };
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  return {
    rule: 'flow-structure',
    severity: 'error',
    message: `${path.join('.') || 'The flow'}: ${issue.message}.`.replace(/\.\.$/, '.'),
    cure: `Compare it with the published JSON Schema of ${FORMAT}.`,
    ...placeOf(path),
  };
}

function placeOf(path: readonly (string | number)[]): Pick<Problem, 'node' | 'path'> {
  const inNode = path[0] === 'nodes' && typeof path[1] === 'string';
  return inNode ? { node: String(path[1]), path: path.slice(2) } : { path };
}
