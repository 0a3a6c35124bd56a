import { describe, expect, it } from 'vitest';
import { freeId, idFrom, renameInExpression, renameInTemplate } from './references.ts';

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
  it('are made from what people read', () => {
    expect(idFrom('Ask with AI')).toBe('ask_with_ai');
    expect(idFrom('2. Café & bar')).toBe('cafe_bar');
    expect(idFrom('…')).toBe('node');
  });

  it('count on from the number they end with', () => {
    const taken = new Set(['menu', 'menu_2']);
    expect(freeId('menu', (id) => taken.has(id))).toBe('menu_3');
    expect(freeId('menu_2', (id) => taken.has(id))).toBe('menu_3');
    expect(freeId('book', (id) => taken.has(id))).toBe('book');
  });
});
