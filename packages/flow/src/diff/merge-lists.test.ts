import { describe, expect, it } from 'vitest';
import type { Flow } from '../schema.ts';
import { clinic, clinicWith } from '../testing/clinic.ts';
import { mergeFlows } from './index.ts';

const choice = (digits: string, label: string) => ({ digits, label });

/** The merge of two changed clinics that do not conflict. */
function merged(mine: Flow, theirs: Flow): Flow {
  const { flow, conflicts } = mergeFlows(clinic, { mine, theirs });
  expect(conflicts).toEqual([]);
  return flow;
}

describe('lists', () => {
  const choicesOf = (...choices: ReturnType<typeof choice>[]) =>
    clinicWith({ nodes: { menu: { params: { choices } } } });
  const [one, two] = [choice('1', 'Appointments'), choice('2', 'Pharmacy')];

  it('merge entry by entry, by the key of a choice', () => {
    const flow = merged(
      choicesOf(choice('1', 'Book'), two),
      choicesOf(one, choice('2', 'Medicines'), choice('3', 'Desk')),
    );
    expect(flow).toEqual(choicesOf(choice('1', 'Book'), choice('2', 'Medicines'), choice('3', 'Desk')));
  });

  it('take entries that both added at the end, in an order that is the same from both sides', () => {
    const [mine, theirs] = [
      choicesOf(one, two, choice('4', 'Four')),
      choicesOf(one, two, choice('3', 'Three')),
    ];
    const expected = choicesOf(one, two, choice('3', 'Three'), choice('4', 'Four'));
    expect(merged(mine, theirs)).toEqual(expected);
    expect(merged(theirs, mine)).toEqual(expected);
  });

  it('take the order from whoever moved entries', () => {
    expect(merged(choicesOf(two, one), choicesOf(one, two, choice('3', 'Desk')))).toEqual(
      choicesOf(two, choice('3', 'Desk'), one),
    );
  });

  it('tell when one side took away an entry that the other changed', () => {
    const sides = { mine: choicesOf(one), theirs: choicesOf(one, choice('2', 'Medicines')) };
    const { conflicts, flow } = mergeFlows(clinic, sides);
    expect(conflicts).toEqual([
      { path: ['nodes', 'menu', 'params', 'choices', '2'], base: two, theirs: choice('2', 'Medicines') },
    ]);
    expect(flow).toEqual(sides.mine);
    expect(mergeFlows(clinic, sides, () => 'theirs').flow).toEqual(sides.theirs);
  });

  it('tell when both gave one entry another key', () => {
    const sides = {
      mine: choicesOf(one, choice('3', 'Pharmacy')),
      theirs: choicesOf(one, choice('4', 'Pharmacy')),
    };
    expect(mergeFlows(clinic, sides).conflicts.map(({ path }) => path)).toEqual([
      ['nodes', 'menu', 'params', 'choices'],
    ]);
  });

  it('tell when both moved entries, each in a way of its own', () => {
    const three = choice('3', 'Desk');
    const base = choicesOf(one, two, three);
    const sides = { mine: choicesOf(two, one, three), theirs: choicesOf(three, one, two) };
    const path = ['nodes', 'menu', 'params', 'choices'];
    expect(mergeFlows(base, sides).conflicts).toEqual([
      { path, base: ['1', '2', '3'], mine: ['2', '1', '3'], theirs: ['3', '1', '2'], isOrder: true },
    ]);
    expect(mergeFlows(base, sides, () => 'theirs').flow).toEqual(sides.theirs);
  });

  it('merge by place where nothing tells entries apart, and never half', () => {
    const asked = (...words: string[]) =>
      clinicWith({ nodes: { ask: { type: 'menu', params: { prompts: words.map((text) => ({ text })) } } } });
    const base = asked('A', 'B');
    const merge = (mine: Flow, theirs: Flow) => mergeFlows(base, { mine, theirs });
    expect(merge(asked('A!', 'B'), asked('A', 'B', 'C'))).toEqual({
      flow: asked('A!', 'B', 'C'),
      conflicts: [],
    });
    expect(merge(asked('B'), asked('A?', 'B')).conflicts).toHaveLength(1);
  });

  it('of plain texts keep what each side added', () => {
    const rung = (...to: string[]) => clinicWith({ nodes: { ring: { type: 'dial', params: { to } } } });
    const sides = { mine: rung('+1', '+2', '+3'), theirs: rung('+2') };
    expect(mergeFlows(rung('+1', '+2'), sides)).toEqual({ flow: rung('+2', '+3'), conflicts: [] });
  });
});
