import {
  type Conflict,
  type ConflictWords,
  type Flow,
  mergeFlows,
  sayConflict,
  type Side,
} from '@gatherline/flow';
import { useMemo, useState } from 'react';
import type { Choose } from '../../store/index.ts';

export interface Versions {
  readonly base: Flow;
  readonly mine: Flow;
  readonly theirs: Flow;
}

/** Something that both sides changed, and whose version of it is taken. */
export interface Question {
  readonly key: string;
  readonly words: ConflictWords;
  readonly side: Side;
}

export interface Merge {
  readonly questions: readonly Question[];
  readonly choose: Choose;
  readonly answer: (key: string, side: Side) => void;
}

/** Merges two versions as the person chooses, and asks what to choose where both changed one thing; mine until they say. */
export function useMerge({ base, mine, theirs }: Versions): Merge {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Side>>(new Map());
  return useMemo(() => {
    const choose: Choose = (conflict) => answers.get(keyOf(conflict)) ?? 'mine';
    const { flow, conflicts } = mergeFlows(base, { mine, theirs }, choose);
    const keys = [...new Set(conflicts.map(keyOf))];
    return {
      questions: keys.map((key) => {
        const asked = conflicts.filter((conflict) => keyOf(conflict) === key);
        return { key, words: wordsFor(asked, [flow, mine, theirs, base]), side: answers.get(key) ?? 'mine' };
      }),
      choose,
      answer: (key, side) => setAnswers(new Map([...answers, [key, side]])),
    };
  }, [base, mine, theirs, answers]);
}

/** Places on the canvas are one question: nobody hears them. */
function keyOf({ path, isOrder }: Conflict): string {
  return path[0] === 'layout' ? 'layout' : JSON.stringify([path, isOrder]);
}

function wordsFor(conflicts: readonly Conflict[], flows: readonly Flow[]): ConflictWords {
  const [first, ...others] = conflicts.map((conflict) => sayConflict(conflict, flows));
  if (first === undefined) throw new Error('A question is about at least one conflict.');
  if (others.length === 0) return first;
  return {
    what: `Where ${conflicts.length} steps stand on the canvas`,
    base: 'As they stood',
    mine: 'As you moved them',
    theirs: 'As they moved them',
  };
}
