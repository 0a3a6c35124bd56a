import { describe, expect, test } from 'vitest';
import { categories } from '../definition.ts';
import { flowProblems } from '../parameters.ts';
import { flowSchema } from '../schema.ts';
import { definitions } from './index.ts';

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  '%s',
  (type, definition) => {
    test('has a title, help, icon and category for the palette', () => {
      expect(definition.title).not.toBe('');
      expect(definition.help).toMatch(/\.$/);
      expect(categories).toContain(definition.category);
      expect(definition.icon).toMatch(/^[a-z-]+$/);
    });

    test('stands in a draft fresh from the palette, and every complaint about it names a field', () => {
      const flow = flowSchema.parse({
        format: 'gatherline/flow@1',
        id: 'line',
        name: 'Line',
        nodes: { fresh: { type, params: definition.defaults } },
      });
      for (const problem of flowProblems(flow)) expect(problem.path?.[0]).toBe('params');
    });

    test('has exits with names and labels of their own', () => {
      const exits = definition.exits(definition.defaults);
      expect(new Set(exits.map(({ id }) => id)).size).toBe(exits.length);
      expect(exits.every(({ label }) => label !== '')).toBe(true);
    });

    test('draws itself from parameters that are all wrong, and complains of fields that it has', () => {
      const names = Object.keys(definition.params.shape);
      const wrong = Object.fromEntries(names.map((name) => [name, [{ wrong: true }]]));
      expect(definition.summary(wrong)).not.toMatch(/\[object|undefined|null|NaN/);
      expect(definition.exits(wrong).length).toBe(new Set(definition.exits(wrong).map(({ id }) => id)).size);
      for (const { path, message, cure } of definition.lint?.(wrong) ?? []) {
        expect(names).toContain(path[0]);
        expect([message, cure]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      }
    });

    test('says what it hears and what it tells, if it is a listener', () => {
      const { eventTypes = [], eventOutputs = [] } = definition;
      expect(eventTypes.length > 0).toBe(definition.role === 'listener');
      expect(eventOutputs.length > 0).toBe(definition.role === 'listener');
    });

    test('gives every parameter a title and help', () => {
      for (const [name, field] of Object.entries(definition.params.shape)) {
        expect(field.meta()?.title, name).toMatch(/^[A-Z]/);
        expect(field.meta()?.help, name).toMatch(/^[A-Z][^]*[.…]$/);
      }
    });
  },
);
