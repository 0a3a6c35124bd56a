import type { Flow, Problem, Severity } from '@gatherline/flow';
import { createContext } from './context.ts';
import { rules } from './rules/index.ts';

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Everything a person can mend in a flow: the problems of each node's parameters and those of the whole graph. Errors
 * come first, then each group in the order in which a call meets the nodes. Pure; what it learnt of a node is kept
 * for as long as that node's record is the same object.
 */
export function lint(flow: Flow): readonly Problem[] {
  const context = createContext(flow);
  const position = new Map(context.nodes.map(({ id }, index) => [id, index]));
  const place = ({ node }: Problem) => (node === undefined ? -1 : (position.get(node) ?? -1));
  const problems = [
    ...context.nodes.flatMap((facts) => facts.problems),
    ...rules.flatMap((rule) => rule.check(context).map((finding) => ({ rule: rule.name, ...finding }))),
  ];
  return problems.toSorted((a, b) => rank[a.severity] - rank[b.severity] || place(a) - place(b));
}
