import { describe, expect, it } from 'vitest';
import { usualHours } from './hours/index.ts';
import type { Json } from './json.ts';
import { resourceComplaint } from './resource-values.ts';
import type { ResourceType } from './schema.ts';

describe('what a resource may be bound to', () => {
  it.each<[ResourceType, Json]>([
    ['number', '+13125550100'],
    ['number', 'sip:desk@example.com'],
    ['url', 'https://crm.example.com/v2?key=1'],
    ['text', 'Main Street 5'],
    ['hours', { ...usualHours }],
    ['secret', 'hush'],
  ])('as %s may be %j', (type, value) => {
    expect(resourceComplaint(type, value)).toBeNull();
  });

  it.each<[ResourceType, Json, RegExp]>([
    ['number', '312 555 0100', /as the carrier does/],
    ['url', 'crm.example.com', /whole address/],
    ['url', 'ftp://crm.example.com', /whole address/],
    ['url', 'https://ana:hush@crm.example.com', /no user name or password/],
    ['text', '', /Write a text/],
    ['hours', { ...usualHours, weekly: { monday: [] } }, /^weekly: monday is not known here/],
    ['hours', { ...usualHours, weekly: { mon: [['08:00', '08:00']] } }, /^weekly\.mon\.0\.1: /],
    ['secret', '', /Write the secret/],
  ])('as %s may not be %j', (type, value, complaint) => {
    expect(resourceComplaint(type, value)).toMatch(complaint);
  });

  it('is never repeated in a complaint, for it may be a secret in the wrong place', () => {
    for (const type of ['number', 'url', 'hours'] as const)
      expect(resourceComplaint(type, 'hush hush')).not.toContain('hush');
  });
});
