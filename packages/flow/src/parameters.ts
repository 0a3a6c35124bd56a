import type { z } from 'zod';
import type { NodeDefinition } from './definition.ts';
import type { Flow, FlowNode } from './schema.ts';
import { templateComplaint } from './expressions/templates.ts';
import { isJsonObject, type Json, texts } from './json.ts';
import { definitionOf } from './nodes/index.ts';
import type { Problem } from './problem.ts';
import { titleAt } from './title-at.ts';

/** What keeps a flow from being published: unknown types, wrong parameters, broken templates, exits that do not exist. */
export function flowProblems(flow: Flow): readonly Problem[] {
  return Object.entries(flow.nodes).flatMap(([id, node]) => nodeProblems(id, node));
}

/** The same for one node, without looking at the others. */
export function nodeProblems(id: string, node: FlowNode): readonly Problem[] {
  const definition = definitionOf(node.type);
  if (definition === undefined) {
    return [
      {
        rule: 'unknown-type',
        severity: 'error',
        node: id,
        path: ['type'],
        message: `There is no node type "${node.type}".`,
        cure: 'Delete the step, or open the flow with a version of Gatherline that knows it.',
      },
    ];
  }
  return [
    ...schemaProblems(id, node, definition),
    ...exclusiveProblems(id, node, definition),
    ...templateProblems(id, node, definition),
    ...(definition.lint?.(node.params) ?? []).map(
      (complaint): Problem => ({
        rule: 'parameters',
        severity: complaint.severity,
        node: id,
        path: ['params', ...complaint.path],
        message: complaint.message,
        cure: complaint.cure,
      }),
    ),
  ];
}

function schemaProblems(id: string, node: FlowNode, definition: NodeDefinition): Problem[] {
  const parsed = definition.params.safeParse(node.params);
  const issues = parsed.success ? [] : flatten(parsed.error.issues);
  const unknown = Object.keys(node.params).filter((key) => !(key in definition.params.shape));
  return [
    ...issues.map((issue): Problem => {
      const missing = isMissing(issue, node.params);
      return {
        rule: missing ? 'missing-parameter' : 'parameters',
        severity: 'error',
        node: id,
        path: ['params', ...stringPath(issue.path)],
        message: missing
          ? `${titleAt(definition.params, issue.path)} is missing.`
          : `${titleAt(definition.params, issue.path)}: ${sentence(issue.message)}`,
        cure: cureOf(issue, missing),
      };
    }),
    ...unknown.map(
      (key): Problem => ({
        rule: 'unknown-parameter',
        severity: 'warning',
        node: id,
        path: ['params', key],
        message: `"${key}" is not a parameter of ${definition.title}; it is kept in the file and never used.`,
        cure: 'Check the spelling, or remove it.',
      }),
    ),
  ];
}

function exclusiveProblems(id: string, node: FlowNode, definition: NodeDefinition): Problem[] {
  return (definition.exclusive ?? []).flatMap((names) => {
    const given = names.filter((name) => node.params[name] !== undefined);
    if (given.length < 2) return [];
    const titles = given.map((name) => titleAt(definition.params, [name]));
    return [
      {
        rule: 'exclusive-parameters',
        severity: 'error',
        node: id,
        path: ['params', given[1] ?? ''],
        message: `${titles.join(' and ')} can't be used together.`,
        cure: 'Keep one and clear the other.',
      },
    ];
  });
}

function templateProblems(id: string, node: FlowNode, definition: NodeDefinition): Problem[] {
  const found: Problem[] = [];
  for (const [name, value] of Object.entries(node.params)) {
    if (definition.verbatim?.includes(name) === true) continue;
    for (const [path, text] of texts(value, [name])) {
      const complaint = templateComplaint(text);
      if (complaint !== null) {
        found.push({
          rule: 'template-syntax',
          severity: 'error',
          node: id,
          path: ['params', ...path],
          message: `The template can't be read: ${complaint}`,
          cure: 'Close every {{ with }}, as in {{ call.from }}.',
        });
      }
    }
  }
  return found;
}

/** The issues behind a union are nested; the branch that got furthest is the one the person meant. */
function flatten(
  issues: readonly z.core.$ZodIssue[],
  prefix: readonly PropertyKey[] = [],
): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const branches = issue.errors.map((branch) => flatten(branch, path));
      const wrongType = (branch: z.core.$ZodIssue[]) =>
        branch.some((inner) => inner.code === 'invalid_type' && inner.path.length === path.length);
      const meant = branches.find((branch) => !wrongType(branch));
      if (meant !== undefined) return meant;
    }
    return [{ ...issue, path }];
  });
}

/** A message of our own says already what to write instead; what is empty is missing, whatever else is wrong with it. */
function cureOf(issue: z.core.$ZodIssue, missing: boolean): string {
  if (missing) return issue.code === 'custom' ? sentence(issue.message) : 'Fill it in.';
  return issue.code === 'custom' ? '' : 'Change the value.';
}

function isMissing(issue: z.core.$ZodIssue, params: Json): boolean {
  let value: Json | undefined = params;
  for (const step of issue.path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isJsonObject(value) ? value[String(step)] : undefined;
  }
  return value === undefined || value === '';
}

function stringPath(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
