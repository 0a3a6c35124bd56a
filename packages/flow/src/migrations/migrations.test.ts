import { describe, expect, test } from 'vitest';
import { FORMAT } from '../schema.ts';
import { type Migration, migrate, migrations } from './index.ts';

const steps: readonly Migration[] = [
  { from: 'gatherline/flow@-1', to: 'gatherline/flow@0', upgrade: (flow) => ({ ...flow, first: true }) },
  {
    from: 'gatherline/flow@0',
    to: FORMAT,
    upgrade: ({ title, ...flow }) => ({ ...flow, name: title ?? 'Line' }),
  },
];

describe('migrating', () => {
  test('takes every step from an older format to the present one and keeps unknown fields', () => {
    expect(migrate({ format: 'gatherline/flow@-1', title: 'Clinic', mystery: [1] }, steps)).toEqual({
      ok: true,
      document: { format: FORMAT, name: 'Clinic', first: true, mystery: [1] },
    });
  });

  test('changes nothing in a document of the present format', () => {
    const document = { format: FORMAT, title: 'Clinic' };
    expect(migrate(document, steps)).toEqual({ ok: true, document });
  });

  test('leads from every known format to the present one', () => {
    for (const { from } of migrations) expect(migrate({ format: from })).toMatchObject({ ok: true });
  });
});
