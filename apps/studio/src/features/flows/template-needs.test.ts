import { type Flow, FORMAT, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { BoundResource, Template } from '../../api/index.ts';
import { needsOf } from './template-needs.ts';

function flowOf(id: string, enters: readonly string[], resources: object = {}): Flow {
  const nodes = Object.fromEntries(
    enters.map((flow, index) => [`step_${index}`, { type: 'subflow', params: { flow } }]),
  );
  const reading = parseFlow({ format: FORMAT, id, name: id, resources, nodes });
  if (!reading.ok) throw new Error('The flow of this test is none.');
  return reading.flow;
}

const toTemplate = (flow: Flow): Template => ({ id: flow.id, name: flow.name, description: '', flow });
const bound = (name: string, rest: Pick<BoundResource, 'type' | 'value'>): BoundResource => ({
  name,
  updated_at: '2026-01-01T00:00:00Z',
  read_only: false,
  ...rest,
});

describe('the resources that a template needs', () => {
  const clinic = flowOf('clinic', [], {
    desk: { type: 'number', title: 'Reception' },
    crm: { type: 'secret' },
    crm_url: { type: 'url' },
  });
  const needs = (...resources: readonly BoundResource[]) =>
    needsOf(clinic, { templates: [], taken: [], bound: resources }).resources;

  it('have the titles that it gives them and what they are bound to, secrets last', () => {
    expect(needs(bound('desk', { type: 'number', value: '+13125550100' }))).toMatchObject([
      { name: 'desk', type: 'number', title: 'Reception', fits: true, bound: { value: '+13125550100' } },
      { name: 'crm_url', fits: false },
      { name: 'crm', type: 'secret', title: 'crm', fits: false },
    ]);
  });

  it('may be bound to another type that fits, but never a secret to anything else', () => {
    const fits = needs(
      bound('desk', { type: 'text', value: '+13125550100' }),
      bound('crm', { type: 'text', value: 'hush' }),
      bound('crm_url', { type: 'text', value: 'somewhere' }),
    );
    expect(fits.map(({ name, fits: isFit }) => [name, isFit])).toEqual([
      ['desk', true],
      ['crm_url', false],
      ['crm', false],
    ]);
  });
});

describe('the flows that a template enters', () => {
  const inner = flowOf('inner', [], { desk: { type: 'number' } });
  const middle = flowOf('middle', ['inner', 'outer'], { desk: { type: 'text', title: 'The desk' } });
  const outer = flowOf('outer', ['middle', 'own', 'nowhere']);

  it('are made along, also those that are entered from there, with the resources they need', () => {
    const needs = needsOf(outer, {
      templates: [inner, middle, outer].map(toTemplate),
      taken: ['own'],
      bound: [],
    });
    expect(needs.entered.map(({ id }) => id)).toEqual(['middle', 'inner']);
    expect(needs).toMatchObject({
      here: ['own'],
      unknown: ['nowhere'],
      resources: [{ name: 'desk', title: 'The desk', type: 'text', flow: 'middle' }],
    });
  });
});
