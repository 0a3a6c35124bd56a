import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const severalStarts: Rule = {
  name: 'several-starts',
  title: 'More than one start',
  help: 'A call begins at one place. With two starts nobody can tell which greeting callers hear.',
  check: ({ entries }) =>
    entries.slice(1).map((extra) => ({
      severity: 'error',
      node: extra.id,
      path: ['type'],
      message: `The flow has ${entries.length} starts; ${nameOf(extra)} is one too many, and no call would begin there.`,
      cure: 'Keep one start and delete the others.',
    })),
};
