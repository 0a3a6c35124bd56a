export { lint } from './lint.ts';
export type { LintContext } from './context.ts';
export type { NodeFacts } from './node-facts.ts';
export type { Finding, Rule } from './rule.ts';
export { rules } from './rules/index.ts';
