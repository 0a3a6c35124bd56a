import { FORMAT, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { BoundResource } from '../../api/index.ts';
import { isMissing, namesOf, rowsOf } from './resource-rows.ts';

function flowOf(id: string, resources: object) {
  const reading = parseFlow({ format: FORMAT, id, name: id.toUpperCase(), resources, nodes: {} });
  if (!reading.ok) throw new Error('The flow of this test is none.');
  return reading.flow;
}

const bound = (name: string, rest: Pick<BoundResource, 'type' | 'value'>): BoundResource => ({
  name,
  updated_at: '2026-01-01T00:00:00Z',
  read_only: false,
  ...rest,
});

const clinic = flowOf('clinic', { desk: { type: 'number', title: 'Reception' }, crm: { type: 'secret' } });
const shop = flowOf('shop', { desk: { type: 'url' } });

describe('the names of a service', () => {
  it('are those that are bound and those that a flow declares', () => {
    const rows = rowsOf([bound('address', { type: 'text', value: 'Main Street 5' })], [clinic, shop]);
    expect(rows).toMatchObject([
      { name: 'address', type: 'text', readers: [] },
      { name: 'crm', type: 'secret', bound: undefined, readers: [{ name: 'CLINIC', isServed: false }] },
      { name: 'desk', type: 'number', title: 'Reception', readers: [{ id: 'clinic' }, { id: 'shop' }] },
    ]);
    expect(rows.map(isMissing)).toEqual([false, true, true]);
  });

  it('are missing where what is bound does not fit a flow that reads it', () => {
    const [desk] = rowsOf([bound('desk', { type: 'number', value: '+13125550100' })], [shop]);
    expect(desk).toMatchObject({ type: 'number', readers: [{ type: 'url', isServed: false }] });
    const [served] = rowsOf([bound('desk', { type: 'text', value: 'https://desk.example.com' })], [shop]);
    expect(served && isMissing(served)).toBe(false);
  });

  it('name their flows in words, the first of many', () => {
    const reader = (name: string) => ({ id: name, name, type: 'text', isServed: true }) as const;
    expect(namesOf([reader('A')])).toBe('A');
    expect(namesOf(['A', 'B'].map(reader))).toBe('A and B');
    expect(namesOf(['A', 'B', 'C', 'D', 'E'].map(reader))).toBe('A, B, C and 2 more');
  });
});
