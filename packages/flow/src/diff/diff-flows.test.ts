import { describe, expect, it } from 'vitest';
import { renameSteps } from '../references.ts';
import { clinic, clinicWith } from '../testing/clinic.ts';
import { flowFrom } from '../testing/flow-from.ts';
import { diffFlows, isSame } from './index.ts';

describe('what differs between two flows', () => {
  it('is told value by value, steps by id, and the layout apart', () => {
    const after = clinicWith({
      name: 'Night',
      nodes: {
        sort: undefined,
        menu: { exits: { '2': 'book', invalid: 'book' }, params: { timeout_millis: undefined } },
        more: { type: 'hangup', label: 'More' },
      },
      layout: { menu: [0, 400] },
    });
    expect(diffFlows(clinic, after)).toEqual({
      flow: [{ path: ['name'], before: 'Clinic', after: 'Night' }],
      added: [{ id: 'more', name: 'More', type: 'hangup' }],
      removed: [{ id: 'sort', name: 'Sort', type: 'branch' }],
      renamed: [],
      changed: [
        {
          id: 'menu',
          name: 'Main menu',
          changes: [
            { path: ['params', 'timeout_millis'], before: 6000 },
            { path: ['exits', '2'], before: 'goodbye', after: 'book' },
            { path: ['exits', 'invalid'], after: 'book' },
          ],
        },
      ],
      layout: [{ path: ['menu'], before: [360, 0], after: [0, 400] }],
    });
  });

  it('follows the entries of a list by what they are known by', () => {
    const choices = [
      { digits: '3', label: 'Desk' },
      { digits: '2', label: 'Medicines' },
      { digits: '1', label: 'Appointments' },
    ];
    const path = ['params', 'choices'];
    expect(
      diffFlows(clinic, clinicWith({ nodes: { menu: { params: { choices } } } })).changed[0]?.changes,
    ).toEqual([
      { path: [...path, '2', 'label'], before: 'Pharmacy', after: 'Medicines' },
      { path: [...path, '3'], after: { digits: '3', label: 'Desk' } },
      { path, before: ['1', '2'], after: ['3', '2', '1'], isOrder: true },
    ]);
  });

  it('does not hang on the order of keys', () => {
    const { nodes, ...rest } = clinic;
    const turned = flowFrom({ ...rest, nodes: Object.fromEntries(Object.entries(nodes).toReversed()) });
    expect(isSame(diffFlows(clinic, turned))).toBe(true);
  });
});

describe('a step under a new id', () => {
  const renaming = new Map([
    ['menu', 'main_menu'],
    ['book', 'booking'],
    ['sort', 'sorting'],
  ]);

  it('is one step, and what follows it is no difference', () => {
    const after = renameSteps(clinic, renaming);
    expect(diffFlows(clinic, after)).toEqual({
      flow: [],
      added: [],
      removed: [],
      renamed: [
        { from: 'menu', to: 'main_menu', name: 'Main menu' },
        { from: 'book', to: 'booking', name: 'Booking' },
        { from: 'sort', to: 'sorting', name: 'Sort' },
      ],
      changed: [],
      layout: [],
    });
  });

  it('is found among steps of the same content by what leads to it', () => {
    const twins = (one: string, two: string) =>
      flowFrom({
        nodes: {
          menu: { type: 'gather', exits: { '1': one, '2': two } },
          [one]: { type: 'hangup' },
          [two]: { type: 'hangup' },
        },
      });
    expect(diffFlows(twins('a', 'b'), twins('z', 'y'))).toMatchObject({
      renamed: [
        { from: 'a', to: 'z' },
        { from: 'b', to: 'y' },
      ],
      changed: [],
    });
  });

  it('is found when it was changed too, at the same place or under the same name', () => {
    const after = renameSteps(clinicWith({ nodes: { menu: { params: { payload: 'Press 1.' } } } }), renaming);
    const diff = diffFlows(clinic, after);
    expect(diff.renamed).toHaveLength(3);
    expect(diff.changed).toMatchObject([{ id: 'main_menu', changes: [{ path: ['params', 'payload'] }] }]);
  });

  it('is not seen where another step took the place of a deleted one', () => {
    const after = clinicWith({
      nodes: { book: undefined, other: { type: 'speak', label: 'Other', params: { payload: 'Else.' } } },
      layout: { book: undefined, other: [720, 0] },
    });
    expect(diffFlows(clinic, after)).toMatchObject({
      renamed: [],
      added: [{ id: 'other' }],
      removed: [{ id: 'book' }],
    });
  });
});
