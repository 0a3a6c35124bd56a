import { describe, expect, it } from 'vitest';
import { nowMs, type OpenStore } from './fixtures.ts';

const desk = { name: 'desk', type: 'number', value: '+13125550100' } as const;

/** What every store of resources promises. */
export function describeResourceStore(open: OpenStore): void {
  describe('resources', () => {
    it('are kept by name, with the time at which they were bound', async () => {
      const { resources } = await open();
      await resources.save(desk, nowMs);
      expect(await resources.read('desk')).toEqual({ ...desk, updatedAt: '2026-03-02T09:00:00.000Z' });
      expect(await resources.read('other')).toBeNull();
    });

    it('are bound anew, to another type too', async () => {
      const { resources } = await open();
      await resources.save(desk, nowMs);
      await resources.save({ name: 'desk', type: 'text', value: 'ask Ana' }, nowMs + 1000);
      expect(await resources.list()).toEqual([
        { name: 'desk', type: 'text', value: 'ask Ana', updatedAt: '2026-03-02T09:00:01.000Z' },
      ]);
    });

    it('are listed by name', async () => {
      const { resources } = await open();
      for (const name of ['desk', 'crm_url', 'open']) await resources.save({ ...desk, name }, nowMs);
      expect((await resources.list()).map(({ name }) => name)).toEqual(['crm_url', 'desk', 'open']);
    });

    it('are removed once', async () => {
      const { resources } = await open();
      await resources.save(desk, nowMs);
      expect(await resources.remove('desk')).toBe(true);
      expect(await resources.remove('desk')).toBe(false);
      expect(await resources.list()).toEqual([]);
    });
  });
}
