import { describe, expect, it } from 'vitest';
import { freeId, renameInExpression, renameInTemplate, renameSteps, stepsReadBy } from './references.ts';
import { flowFrom } from './testing/flow-from.ts';

const renaming = new Map([['menu', 'main_menu']]);

describe('templates that name a step', () => {
  it.each([
    ['{{ nodes.menu.digits }}', '{{ nodes.main_menu.digits }}'],
    ["{{ nodes['menu'].digits }}", "{{ nodes['main_menu'].digits }}"],
    ['{{ nodes["menu"]["digits"] | upcase }}', '{{ nodes["main_menu"]["digits"] | upcase }}'],
    [
      '{% if nodes.menu.digits == "1" %}one{% endif %}',
      '{% if nodes.main_menu.digits == "1" %}one{% endif %}',
    ],
  ])('follow it: %s', (before, after) => {
    expect(renameInTemplate(before, renaming)).toBe(after);
  });

  it.each([
    'Press nodes.menu.digits',
    '{{ "nodes.menu.digits" }}',
    "{{ 'it says nodes.menu' | append: vars.menu }}",
    '{{ nodes.menu_2.digits }}',
    '{{ nodes.menu-card }}',
    '{{ other.nodes.menu.digits }}',
    '{{ vars.menu }}',
  ])('stay as they are: %s', (text) => {
    expect(renameInTemplate(text, renaming)).toBe(text);
  });

  it('are whole expressions in conditions', () => {
    expect(renameInExpression('nodes.menu.digits == "nodes.menu"', renaming)).toBe(
      'nodes.main_menu.digits == "nodes.menu"',
    );
  });
});

describe('ids', () => {
  it('count on from the number they end with', () => {
    const taken = new Set(['menu', 'menu_2']);
    expect(freeId('menu', (id) => taken.has(id))).toBe('menu_3');
    expect(freeId('menu_2', (id) => taken.has(id))).toBe('menu_3');
    expect(freeId('book', (id) => taken.has(id))).toBe('book');
  });
});

describe('a step under another id', () => {
  const flow = flowFrom({
    settings: { handlers: { error: 'menu' }, apology: 'You pressed {{ nodes.menu.digits }}.' },
    nodes: {
      menu: { type: 'gather', exits: { no_input: 'menu' } },
      sort: {
        type: 'branch',
        params: { branches: [{ name: 'one', when: "nodes.menu.digits == '1'" }] },
        exits: { one: 'menu' },
      },
    },
    layout: { menu: [0, 20] },
  });

  it('is followed by wires, handlers, templates, conditions and its place', () => {
    const renamed = renameSteps(flow, renaming);
    expect(JSON.stringify(renamed)).toBe(
      JSON.stringify(flow).replaceAll(/"menu"|nodes\.menu/g, (name) => name.replace('menu', 'main_menu')),
    );
    expect(flow.nodes).toHaveProperty('menu');
  });

  it('is found where it is read', () => {
    expect([
      ...stepsReadBy({ type: 'speak', params: { payload: '{{ nodes.a.x }} {{ nodes["b"].y }}' }, exits: {} }),
    ]).toEqual(['a', 'b']);
    const { sort } = flow.nodes;
    expect([...(sort === undefined ? [] : stepsReadBy(sort))]).toEqual(['menu']);
  });
});
