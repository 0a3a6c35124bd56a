import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

/** About what a person needs who reads a number from a card: to begin with, and for each key. */
const TO_BEGIN_MS = 2_000;
const PER_KEY_MS = 1_000;

export const answerTimeTooShort: Rule = {
  name: 'answer-time-too-short',
  title: 'Too little time for the keys',
  help: 'The time for the whole answer runs while the caller is still pressing keys. Who reads a long number from a card is cut off in the middle.',
  check: ({ nodes }) =>
    nodes.flatMap((facts) => {
      const time = facts.definition?.answerTime?.(facts.node.params);
      const needs = time == null ? 0 : TO_BEGIN_MS + time.keys * PER_KEY_MS;
      if (time == null || time.withinMs >= needs) return [];
      const keys = time.keys === 1 ? 'one key' : `${time.keys} keys`;
      return [
        {
          severity: 'warning',
          node: facts.id,
          path: ['params', 'timeout_millis'],
          message: `${nameOf(facts)} gives callers ${time.withinMs / 1_000} s for ${keys}: who is slower is cut off in the middle.`,
          cure: `Give at least ${needs / 1_000} s for the whole answer.`,
        },
      ];
    }),
};
