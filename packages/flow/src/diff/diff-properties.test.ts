import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../json.ts';
import { renameSteps } from '../references.ts';
import { anyFlow, editedTwice } from '../testing/edited-flows.ts';
import type { Change } from './changes.ts';
import { diffFlows, isSame, same } from './index.ts';
import { indexOfEntry } from './list-keys.ts';

describe('the differences of any two flows', () => {
  it('are none between a flow and itself', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const diff = diffFlows(flow, structuredClone(flow));
        expect(isSame(diff)).toBe(true);
        expect(diff.layout).toEqual([]);
      }),
    );
  });

  it('are some between two that are not the same', () => {
    fc.assert(
      fc.property(editedTwice, ({ base, mine }) => {
        const diff = diffFlows(base, mine);
        expect(isSame(diff) && diff.layout.length === 0).toBe(same(base, mine));
      }),
      { numRuns: 200 },
    );
  });

  it('name every value that differs: without those the flows are the same', () => {
    fc.assert(
      fc.property(editedTwice, ({ mine: before, theirs: after }) => {
        const diff = diffFlows(before, after);
        const followed = renameSteps(before, new Map(diff.renamed.map(({ from, to }) => [from, to])));
        const told = [...diff.removed, ...diff.added].map(({ id }): Change => ({ path: ['nodes', id] }));
        const inSteps = diff.changed.flatMap(({ id, changes }) =>
          changes.map((change): Change => ({ ...change, path: ['nodes', id, ...change.path] })),
        );
        const moved = diff.layout.map((change): Change => ({ ...change, path: ['layout', ...change.path] }));
        const all = [...told, ...inSteps, ...diff.flow, ...moved].toSorted(
          (a, b) => Number(a.isOrder === true) - Number(b.isOrder === true),
        );
        const [old, now] = [followed, after].map((flow) => all.reduce<Json | undefined>(without, flow));
        expect(now).toEqual(old);
      }),
      { numRuns: 300 },
    );
  });
});

/** The value without the part that a change is about; without its order, where that is all. */
function without(value: Json | undefined, { path, isOrder }: Change): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return isOrder && Array.isArray(value) ? inAnyOrder(value) : undefined;
  if (Array.isArray(value)) {
    const index = indexOfEntry(value, step);
    return value.flatMap((entry, place) => {
      const left = place === index ? without(entry, { path: rest, ...(isOrder && { isOrder }) }) : entry;
      return left === undefined ? [] : [left];
    });
  }
  if (!isJsonObject(value) || value[step] === undefined) return value;
  const { [step]: part, ...others } = value;
  const left = without(part, { path: rest, ...(isOrder && { isOrder }) });
  return left === undefined ? others : { ...others, [step]: left };
}

function inAnyOrder(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
