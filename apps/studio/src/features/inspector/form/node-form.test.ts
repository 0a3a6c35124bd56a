import { MantineProvider } from '@mantine/core';
import { definitions, type NodeDefinition, type Problem } from '@gatherline/flow';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { EditorProvider } from '../../../store/index.ts';
import { read, setUpHarness } from '../../../store/testing/harness.ts';
import { formOf, NodeForm } from './node-form.tsx';

interface Drawn {
  readonly readOnly?: boolean;
  readonly problems?: readonly Problem[];
  readonly params?: NodeDefinition['defaults'];
}

/** The whole form of a step, all its groups open, as the page shows it at first. */
function draw(definition: NodeDefinition, { readOnly = false, problems = [], params }: Drawn = {}): string {
  const flow = read({
    format: 'gatherline/flow@1',
    id: 'clinic',
    name: 'Clinic',
    nodes: { step: { type: definition.type, params: params ?? definition.defaults } },
  });
  const node = flow.nodes.step;
  if (node === undefined) throw new Error('The flow has no step.');
  const openGroups = new Set(formOf(definition).map(({ group }) => group));
  const form = createElement(NodeForm, {
    id: 'step',
    node,
    problems,
    readOnly,
    openGroups,
    onToggleGroup: () => undefined,
  });
  const around = createElement(EditorProvider, { editor: setUpHarness(flow).editor }, form);
  const routed = createElement(MemoryRouter, null, around);
  const queried = createElement(QueryClientProvider, { client: new QueryClient() }, routed);
  return renderToString(createElement(MantineProvider, null, queried));
}

describe.each(definitions)('the form of $type', (definition) => {
  it('is drawn with all its groups open', () => {
    const drawn = draw(definition);
    for (const { fields } of formOf(definition))
      for (const { name } of fields) expect(drawn).toContain(`data-field="params.${name}"`);
  });
});

describe('a field that stands deep in the form', () => {
  const branch = definitions.find(({ type }) => type === 'branch');
  if (branch === undefined) throw new Error('There is no step that branches.');
  const params = { branches: [{ name: 'adult', when: 'vars.age > 17' }] };

  it('can not be changed where the flow can only be read', () => {
    const inputs = (drawn: string) => drawn.match(/<(input|textarea)\b[^>]*>/g) ?? [];
    const isOff = (input: string) => / disabled=""/.test(input);
    expect(inputs(draw(branch, { params })).some(isOff)).toBe(false);
    expect(inputs(draw(branch, { params, readOnly: true })).every(isOff)).toBe(true);
  });

  it('says what is wrong with it', () => {
    const problem: Problem = {
      rule: 'twice',
      severity: 'error',
      message: 'Two branches have this name.',
      cure: 'Give one another name.',
      node: 'step',
      path: ['params', 'branches', 0, 'name'],
    };
    expect(draw(branch, { params, problems: [problem] })).toContain('Two branches have this name.');
    expect(draw(branch, { params })).not.toContain('Two branches have this name.');
  });
});
