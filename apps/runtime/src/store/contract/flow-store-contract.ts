import { describe, expect, it } from 'vitest';
import { nowMs, type OpenStore } from './fixtures.ts';

const draft = { id: 'front_desk', name: 'Front desk', text: 'one' };
const document = { hash: 'h1', text: 'one' };

/** What every store of flows promises. */
export function describeFlowStore(open: OpenStore): void {
  describe('drafts', () => {
    it('take an id once', async () => {
      const { flows } = await open();
      expect(await flows.create(draft, nowMs)).toBe(1);
      expect(await flows.create({ ...draft, text: 'other' }, nowMs)).toBeNull();
      expect(await flows.readDraft('front_desk')).toEqual({
        ...draft,
        revision: 1,
        updatedAt: '2026-03-02T09:00:00.000Z',
        publishedVersion: null,
        publishedAt: null,
        publishedRevision: null,
      });
    });

    it('are saved on the revision they come from, and nothing is written otherwise', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      expect(await flows.save({ ...draft, text: 'two' }, 1, nowMs)).toEqual({ kind: 'saved', revision: 2 });
      const late = await flows.save({ ...draft, text: 'lost' }, 1, nowMs);
      expect(late).toMatchObject({ kind: 'conflict', current: { text: 'two', revision: 2 } });
      expect(await flows.readDraft('front_desk')).toMatchObject({ text: 'two', revision: 2 });
      expect(await flows.save({ ...draft, id: 'nobody' }, 1, nowMs)).toEqual({ kind: 'missing' });
    });

    it('let one of two writers win who come at once', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      const both = await Promise.all([
        flows.save({ ...draft, text: 'mine' }, 1, nowMs),
        flows.save({ ...draft, text: 'yours' }, 1, nowMs),
      ]);
      expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'saved']);
    });

    it('are removed on their revision, but not while a route leads to them', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      await flows.saveRouting({ routes: [], defaultFlow: 'front_desk' }, 1);
      expect(await flows.remove('front_desk', 1)).toBe('routed');
      await flows.saveRouting({ routes: [], defaultFlow: null }, 2);
      expect(await flows.remove('front_desk', 2)).toBe('conflict');
      expect(await flows.remove('front_desk', 1)).toBe('removed');
      expect(await flows.remove('front_desk', 1)).toBe('missing');
    });

    it('never have a revision or a version of the removed flow whose id they take', async () => {
      const { flows } = await open();
      for (const [revision, version] of [
        [2, 1],
        [4, 2],
      ] as const) {
        expect(await flows.create(draft, nowMs)).toBe(revision - 1);
        await flows.save({ ...draft, text: 'two' }, revision - 1, nowMs);
        expect(await flows.publish('front_desk', revision, document, nowMs)).toMatchObject({ version });
        await flows.remove('front_desk', revision);
      }
      // Never published, it leaves the last version as it was.
      expect(await flows.create(draft, nowMs)).toBe(5);
      await flows.remove('front_desk', 5);
      await flows.create(draft, nowMs);
      expect(await flows.save(draft, 1, nowMs)).toMatchObject({ kind: 'conflict' });
      expect(await flows.publish('front_desk', 6, document, nowMs)).toMatchObject({ version: 3 });
    });
  });

  describe('versions', () => {
    it('are numbered, never change, and the newest is told with the draft', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      expect(await flows.publish('front_desk', 1, document, nowMs)).toMatchObject({
        kind: 'published',
        version: 1,
      });
      await flows.save({ ...draft, text: 'two' }, 1, nowMs);
      await flows.publish('front_desk', 2, { hash: 'h2', text: 'two' }, nowMs + 1000);

      expect(
        (await flows.versions('front_desk')).map(({ version, revision }) => [version, revision]),
      ).toEqual([
        [2, 2],
        [1, 1],
      ]);
      expect(await flows.readVersion('front_desk', 1)).toMatchObject({ version: 1, document });
      expect(await flows.readVersion('front_desk', 'newest')).toMatchObject({
        version: 2,
        document: { text: 'two' },
      });
      expect(await flows.readVersion('front_desk', 3)).toBeNull();
      expect(await flows.list()).toMatchObject([
        {
          id: 'front_desk',
          publishedVersion: 2,
          publishedRevision: 2,
          publishedAt: '2026-03-02T09:00:01.000Z',
        },
      ]);
    });

    it('are made of the draft that was looked at, not of a later one', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      await flows.save({ ...draft, text: 'two' }, 1, nowMs);
      expect(await flows.publish('front_desk', 1, document, nowMs)).toMatchObject({ kind: 'conflict' });
      expect(await flows.publish('nobody', 1, document, nowMs)).toEqual({ kind: 'missing' });
      expect(await flows.versions('front_desk')).toEqual([]);
    });
  });

  describe('routes', () => {
    it('lead by number first, then by connection, then to the default', async () => {
      const { flows } = await open();
      for (const id of ['a', 'b', 'c']) await flows.create({ ...draft, id }, nowMs);
      const routes = [
        { by: 'number', value: '+13125550100', flow: 'a' },
        { by: 'connection_id', value: '28', flow: 'b' },
      ] as const;
      expect(await flows.saveRouting({ routes, defaultFlow: 'c' }, 1)).toEqual({
        kind: 'saved',
        revision: 2,
      });
      expect(await flows.readRouting()).toEqual({ routes, defaultFlow: 'c', revision: 2 });
      expect(await flows.routeOf('+13125550100', '28')).toBe('a');
      expect(await flows.routeOf('+13125550199', '28')).toBe('b');
      expect(await flows.routeOf('+13125550199', null)).toBe('c');
    });

    it('lead nowhere while there are none', async () => {
      const { flows } = await open();
      expect(await flows.routeOf('+13125550100', '28')).toBeNull();
    });

    it('are saved on their revision, and only to flows that exist', async () => {
      const { flows } = await open();
      await flows.create(draft, nowMs);
      expect(await flows.saveRouting({ routes: [], defaultFlow: 'nobody' }, 1)).toEqual({
        kind: 'unknown_flow',
        flow: 'nobody',
      });
      await flows.saveRouting({ routes: [], defaultFlow: 'front_desk' }, 1);
      expect(await flows.saveRouting({ routes: [], defaultFlow: null }, 1)).toMatchObject({
        kind: 'conflict',
        current: { defaultFlow: 'front_desk', revision: 2 },
      });
    });
  });

  it('says once that this is the first start', async () => {
    const { flows } = await open();
    expect(await flows.isFirstStart()).toBe(true);
    expect(await flows.isFirstStart()).toBe(false);
  });
}
