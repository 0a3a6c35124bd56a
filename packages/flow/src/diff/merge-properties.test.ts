import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../reading.ts';
import { anyFlow, editedTwice } from '../testing/edited-flows.ts';
import { diffFlows, mergeFlows, same } from './index.ts';

describe('merging any two flows', () => {
  it('takes the only side that changed anything', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (base, changed) => {
        expect(mergeFlows(base, { mine: changed, theirs: base })).toEqual({ flow: changed, conflicts: [] });
        expect(mergeFlows(base, { mine: base, theirs: changed })).toEqual({ flow: changed, conflicts: [] });
      }),
    );
  });

  it('takes once what both sides made alike', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (base, changed) => {
        expect(mergeFlows(base, { mine: changed, theirs: changed })).toEqual({
          flow: changed,
          conflicts: [],
        });
      }),
    );
  });

  it('gives a draft, whoever is chosen', () => {
    fc.assert(
      fc.property(editedTwice, fc.constantFrom('mine', 'theirs'), ({ base, ...sides }, side) => {
        const { flow } = mergeFlows(base, sides, () => side);
        expect(parseFlow(JSON.parse(JSON.stringify(flow))).ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same with the sides swapped, where nothing conflicts', () => {
    fc.assert(
      fc.property(editedTwice, ({ base, mine, theirs }) => {
        const one = mergeFlows(base, { mine, theirs });
        const other = mergeFlows(base, { mine: theirs, theirs: mine });
        expect(other.conflicts.length === 0).toBe(one.conflicts.length === 0);
        fc.pre(one.conflicts.length === 0);
        expect(other.flow).toEqual(one.flow);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same with the sides swapped and the other side chosen', () => {
    fc.assert(
      fc.property(editedTwice, ({ base, mine, theirs }) => {
        const one = mergeFlows(base, { mine, theirs }, () => 'theirs');
        const other = mergeFlows(base, { mine: theirs, theirs: mine }, () => 'mine');
        expect(other.flow).toEqual(one.flow);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps of each step what only one side changed, or tells', () => {
    fc.assert(
      fc.property(editedTwice, ({ base, mine, theirs }) => {
        const { flow, conflicts } = mergeFlows(base, { mine, theirs });
        const isTold = (id: string) => conflicts.some(({ path }) => path[0] === 'nodes' && path[1] === id);
        const ids = new Set([base, mine, theirs].flatMap(({ nodes }) => Object.keys(nodes)));
        const hasNewIds =
          [mine, theirs].some((side) => diffFlows(base, side).renamed.length > 0) ||
          Object.keys(flow.nodes).some((id) => !ids.has(id));
        for (const [side, other] of hasNewIds ? [] : [[mine, theirs] as const, [theirs, mine] as const])
          for (const [id, node] of Object.entries(side.nodes)) {
            if (base.nodes[id] === undefined || !same(base.nodes[id], other.nodes[id]) || isTold(id))
              continue;
            const wires = Object.entries(node.exits).filter(([, target]) => flow.nodes[target] !== undefined);
            expect(flow.nodes[id]).toMatchObject({ ...node, exits: Object.fromEntries(wires) });
          }
      }),
      { numRuns: 200 },
    );
  });

  it('loses no step that a side added', () => {
    fc.assert(
      fc.property(editedTwice, ({ base, mine, theirs }) => {
        const { flow, conflicts } = mergeFlows(base, { mine, theirs });
        fc.pre(conflicts.length === 0);
        const added = [mine, theirs].map((side) => diffFlows(base, side).added.length);
        const steps = Object.keys(flow.nodes).length;
        const left = Object.keys(base.nodes).filter((id) => flow.nodes[id] !== undefined).length;
        expect(steps - left).toBeGreaterThanOrEqual(Math.max(...added));
      }),
      { numRuns: 200 },
    );
  });

  it('changes neither side', () => {
    fc.assert(
      fc.property(editedTwice, (versions) => {
        const before = structuredClone(versions);
        mergeFlows(versions.base, versions, () => 'theirs');
        expect(versions).toEqual(before);
      }),
    );
  });
});
