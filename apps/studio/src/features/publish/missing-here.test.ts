import { FORMAT, parseFlow } from '@gatherline/flow';
import { expect, it } from 'vitest';
import type { BoundResource } from '../../api/index.ts';
import { missingHere } from './missing-here.ts';

const reading = parseFlow({
  format: FORMAT,
  id: 'clinic',
  name: 'Clinic',
  resources: {
    desk: { type: 'number', title: 'Reception' },
    crm: { type: 'secret' },
    crm_url: { type: 'url' },
  },
  nodes: {},
});

it('names each resource for which there is no value, or none that fits', () => {
  const bound: readonly BoundResource[] = [
    { name: 'crm', type: 'secret', updated_at: '2026-01-01T00:00:00Z', read_only: false },
    { name: 'crm_url', type: 'text', value: 'nowhere', updated_at: '2026-01-01T00:00:00Z', read_only: false },
  ];
  expect(reading.ok && missingHere(reading.flow, bound)).toMatchObject([
    {
      rule: 'unbound-resource',
      path: ['resources', 'desk'],
      message: expect.stringMatching(/^“Reception” \(desk\) has no value here,/),
    },
    {
      path: ['resources', 'crm_url'],
      message: expect.stringMatching(/^The detail crm_url has no value here that fits,/),
    },
  ]);
});
