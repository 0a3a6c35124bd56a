import { describe, expect, it } from 'vitest';
import { describeCallStore } from './call-store-contract.ts';
import { describeFlowStore } from './flow-store-contract.ts';
import { describeResourceStore } from './resource-store-contract.ts';
import type { Store } from '../ports/store.ts';
import { begins, command, event, newCall, type OpenStore } from './fixtures.ts';

/** What any store promises. `reopen` closes the store and opens the same one again, as a restart does. */
export function describeStore(name: string, open: OpenStore, reopen: (store: Store) => Promise<Store>): void {
  describe(`the ${name} store`, () => {
    describeCallStore(open);
    describeFlowStore(open);
    describeResourceStore(open);

    it('keeps calls, commands, flows and resources over a restart', async () => {
      const before = await open();
      const call = newCall('c1');
      await before.calls.process(
        event('e1', 'c1'),
        begins(call, { commands: [command('c1', 0)], deadlineMs: 1 }),
      );
      await before.flows.create({ id: 'a', name: 'A', text: 'text' }, 0);
      await before.resources.save({ name: 'desk', type: 'text', value: 'kept' }, 0);

      const { calls, flows, resources } = await reopen(before);
      expect((await calls.read('c1'))?.call).toEqual(call);
      expect(await calls.claimPending()).toMatchObject({
        kept: [{ seq: 1, command: command('c1', 0) }],
      });
      expect(await calls.nextDeadline()).toBe(1);
      expect((await calls.process(event('e1', 'c1'), () => null)).kind).toBe('duplicate');
      expect(await flows.readDraft('a')).toMatchObject({ text: 'text' });
      expect(await flows.isFirstStart()).toBe(false);
      expect(await resources.read('desk')).toMatchObject({ value: 'kept' });
    });

    it('says that it can be written', async () => {
      await expect((await open()).checkWritable()).resolves.toBeUndefined();
    });
  });
}
