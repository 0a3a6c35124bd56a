import type { Command } from '@gatherline/engine';
import { describe, expect, it } from 'vitest';
import type { Reducer } from '../ports/call-store.ts';
import {
  about,
  begins,
  change,
  command,
  dial,
  event,
  newCall,
  note,
  nowMs,
  type OpenStore,
} from './fixtures.ts';

/** What every store of calls promises. */
export function describeCallStore(open: OpenStore): void {
  describe('one event of a call', () => {
    it('begins a call, keeps its trace and hands out its commands in order', async () => {
      const { calls } = await open();
      const call = newCall('c1', { node: 'hello', visit: 1 });
      const processed = await calls.process(
        event('e1', 'c1'),
        begins(call, { trace: [note('one'), note('two')], commands: [command('c1', 0), command('c1', 1)] }),
      );
      expect(processed).toMatchObject({ kind: 'changed', before: null, after: call, isTest: false });
      expect(processed.kind === 'changed' && processed.commands.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await calls.readTrace('c1', 0, 10)).toEqual([
        { seq: 1, entry: note('one') },
        { seq: 2, entry: note('two') },
      ]);
      expect(await calls.read('c1')).toMatchObject({ call, flow: 'front_desk', version: 1, isTest: false });
    });

    it('gives the next step the call as the step before left it, with the document it began on', async () => {
      const { calls } = await open();
      await calls.process(event('e1', 'c1'), begins(newCall('c1', { variables: { turn: 1 } })));
      const seen: unknown[] = [];
      const next: Reducer = ({ call }) => {
        seen.push(call?.call.variables, call?.document.id);
        return call === null
          ? null
          : change({ ...call.call, variables: { turn: 2 } }, { trace: [note('later')] });
      };
      await calls.process(about('c1'), next);
      await calls.process(about('c1'), next);
      expect(seen).toEqual([{ turn: 1 }, 'front_desk', { turn: 2 }, 'front_desk']);
      expect((await calls.readTrace('c1', 1, 10)).map(({ seq }) => seq)).toEqual([2]);
    });

    it('runs many events of one call one after the other, none lost', async () => {
      const { calls } = await open();
      await calls.process(event('e0', 'c1'), begins(newCall('c1', { visit: 0 })));
      const reducer: Reducer = ({ call }) =>
        call === null
          ? null
          : change({ ...call.call, visit: call.call.visit + 1 }, { trace: [note(`${call.call.visit}`)] });
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => calls.process(event(`e${index + 1}`, 'c1'), reducer)),
      );
      expect((await calls.read('c1'))?.call.visit).toBe(50);
      expect((await calls.readTrace('c1', 0, 100)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 50 }, (_, i) => i + 1),
      );
    });

    it('takes an event id once, whether the two arrive together or apart', async () => {
      const { calls } = await open();
      const processed = await Promise.all([
        calls.process(event('e1', 'c1'), begins(newCall('c1'))),
        calls.process(event('e1', 'c1'), begins(newCall('c1'))),
      ]);
      expect(processed.map(({ kind }) => kind)).toEqual(['changed', 'duplicate']);
      expect((await calls.process(event('e1', 'c1'), begins(newCall('c1')))).kind).toBe('duplicate');
    });

    it('keeps nothing of a step that throws, not even the event id', async () => {
      const { calls } = await open();
      const failing = calls.process(event('e1', 'c1'), () => {
        throw new Error('a bug');
      });
      await expect(failing).rejects.toThrow('a bug');
      expect((await calls.process(event('e1', 'c1'), begins(newCall('c1')))).kind).toBe('changed');
    });

    it('leaves the call alone when the step says null, and says what it saw', async () => {
      const { calls } = await open();
      expect(await calls.process(event('e1', 'c9'), () => null)).toEqual({
        kind: 'unchanged',
        snapshot: { call: null, dial: null },
      });
    });
  });

  describe('finding the call of an event', () => {
    it('finds it by a leg that the call has opened', async () => {
      const { calls } = await open();
      await calls.process(
        event('e1', 'c1'),
        begins(newCall('c1', { legs: { b1: { visit: 1, state: 'ringing' } } })),
      );
      const processed = await calls.process(event('e2', 'b1'), () => null);
      expect(processed).toMatchObject({ snapshot: { call: { call: { id: 'c1' } } } });
    });

    it('finds it by the session of an unknown leg, the newest call first', async () => {
      const { calls } = await open();
      await calls.process(event('e1', 'c1'), begins(newCall('c1', { sessionId: 's' })));
      await calls.process(event('e2', 'c2'), begins(newCall('c2', { sessionId: 's' })));
      const processed = await calls.process(event('e3', 'b9', { sessionId: 's' }), () => null);
      expect(processed).toMatchObject({ snapshot: { call: { call: { id: 'c2' } } } });
    });

    it('gives no call to an event of another carrier', async () => {
      const { calls } = await open();
      await calls.process(event('e1', 'c1'), begins(newCall('c1')));
      const forged = await calls.process({ ...event('e2', 'c1'), carrier: 'emulator' }, () => null);
      expect(forged).toMatchObject({ kind: 'unchanged', snapshot: { call: null } });
    });
  });

  describe('a dial', () => {
    it('is found by its id until its call begins, and leads to the call from then on', async () => {
      const { calls } = await open();
      await calls.saveDial(dial('d1'));
      expect(await calls.unbegunDials()).toEqual({ kept: [dial('d1')], lost: [] });

      const begun = await calls.process(event('e1', 'c1', { dialId: 'd1' }), ({ dial: found }) =>
        found === null
          ? null
          : change(newCall('c1', { direction: 'outgoing' }), {
              begins: { flowVersion: found.flowVersion, isTest: false, dialId: found.id },
            }),
      );
      expect(begun.kind).toBe('changed');
      expect(await calls.unbegunDials()).toEqual({ kept: [], lost: [] });
      const next = await calls.process(event('e2', 'unknown', { dialId: 'd1' }), () => null);
      expect(next).toMatchObject({ snapshot: { call: { call: { id: 'c1' } }, dial: null } });
    });

    it('that was closed is not taken up again, yet an event of its call still finds it', async () => {
      const { calls } = await open();
      await calls.saveDial(dial('d1'));
      await calls.closeDial('d1');
      expect(await calls.unbegunDials()).toEqual({ kept: [], lost: [] });
      const processed = await calls.process(event('e1', 'c1', { dialId: 'd1' }), () => null);
      expect(processed).toMatchObject({
        snapshot: { call: null, dial: { id: 'd1', variables: { name: 'Ana' } } },
      });
    });
  });

  describe('commands that wait', () => {
    it('wait until they are settled', async () => {
      const { calls } = await open();
      await calls.process(
        event('e1', 'c1'),
        begins(newCall('c1'), { commands: [command('c1', 0), command('c1', 1)] }),
      );
      await calls.acknowledge('c1', 1);
      const left = { seq: 2, command: command('c1', 1), carrier: 'telnyx', isTest: false, createdMs: nowMs };
      expect(await calls.claimPending()).toEqual({ kept: [left], lost: [] });
      await calls.process(about('c1'), ({ call }) => call && change(call.call, { acknowledges: 2 }));
      expect(await calls.claimPending()).toEqual({ kept: [], lost: [] });
    });

    it('of one node in one visit are dropped together, and all others stay', async () => {
      const { calls } = await open();
      const beside: Command = { ...command('c1', 2, 1), node: 'text_the_office' };
      const deeper: Command = { ...command('c1', 3, 1), depth: 1 };
      const commands = [command('c1', 0, 1), command('c1', 1, 1), beside, deeper, command('c1', 0, 2)];
      await calls.process(event('e1', 'c1'), begins(newCall('c1'), { commands }));
      const cancels = { visit: 1, node: 'hello' };
      const processed = await calls.process(
        about('c1'),
        ({ call }) =>
          call && change(call.call, { acknowledges: 1, cancels, commands: [command('c1', 0, 3)] }),
      );
      expect(processed).toMatchObject({ cancelled: [2], commands: [{ seq: 6 }] });
      expect((await calls.claimPending()).kept.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
      const deep = { visit: 1, node: 'hello', depth: 1 };
      await calls.process(about('c1'), ({ call }) => call && change(call.call, { cancels: deep }));
      expect((await calls.claimPending()).kept.map(({ seq }) => seq)).toEqual([3, 5, 6]);
    });
  });

  describe('deadlines', () => {
    it('are claimed once past, and put off ever longer until the call moves', async () => {
      const { calls } = await open();
      await calls.process(event('e1', 'c1'), begins(newCall('c1'), { deadlineMs: nowMs + 1000 }));
      expect(await calls.nextDeadline()).toBe(nowMs + 1000);
      expect(await calls.claimDue(nowMs + 999)).toEqual([]);
      expect(await calls.claimDue(nowMs + 1000)).toEqual([{ callId: 'c1', carrier: 'telnyx' }]);
      const second = (await calls.nextDeadline()) ?? 0;
      expect(await calls.claimDue(second - 1)).toEqual([]);
      expect(await calls.claimDue(second)).toHaveLength(1);
      const third = (await calls.nextDeadline()) ?? 0;
      expect(third - second).toBeGreaterThan(second - (nowMs + 1000));

      await calls.process(about('c1'), ({ call }) => call && change(call.call));
      expect(await calls.nextDeadline()).toBeNull();
    });
  });

  describe('looking at calls', () => {
    it('lists them newest first, page by page, by flow, state and test', async () => {
      const { calls } = await open();
      for (const id of ['c1', 'c2', 'c3']) {
        const isTest = id === 'c2';
        const call = newCall(id, { state: id === 'c3' ? 'ended' : 'answered' });
        await calls.process(event(`e ${id}`, id), begins(call, { begins: { ...begun, isTest } }));
      }
      const first = await calls.list({ limit: 2 });
      expect(first.calls.map(({ id }) => id)).toEqual(['c3', 'c2']);
      const second = await calls.list({ limit: 2, before: first.next ?? undefined });
      expect(second).toMatchObject({ calls: [{ id: 'c1' }], next: null });
      expect((await calls.list({ limit: 9, test: true })).calls).toMatchObject([{ id: 'c2', test: true }]);
      expect((await calls.list({ limit: 9, state: 'ended' })).calls).toMatchObject([{ id: 'c3' }]);
      expect((await calls.list({ limit: 9, flow: 'other' })).calls).toEqual([]);
      expect(await calls.unended('telnyx')).toEqual(['c1', 'c2']);
    });

    it('counts what is not a test', async () => {
      const { calls } = await open();
      await calls.process(event('e1', 'c1'), begins(newCall('c1'), { commands: [command('c1', 0)] }));
      const test = begins(newCall('c2'), {
        begins: { ...begun, isTest: true },
        commands: [command('c2', 0)],
      });
      await calls.process(event('e2', 'c2'), test);
      expect(await calls.count()).toEqual({ states: { ringing: 1, answered: 0, ended: 0 }, pending: 1 });
    });

    it('tells who watches a call of each change, until they stop', async () => {
      const { calls } = await open();
      const told: string[] = [];
      const stop = calls.watch('c1', () => told.push('c1'));
      await calls.process(event('e1', 'c1'), begins(newCall('c1')));
      await calls.process(event('e2', 'c2'), begins(newCall('c2')));
      stop();
      await calls.process(about('c1'), ({ call }) => call && change(call.call));
      expect(told).toEqual(['c1']);
    });
  });

  it('forgets the ids of old events only', async () => {
    const { calls } = await open();
    await calls.process(event('e1', 'c1'), begins(newCall('c1')));
    await calls.purge(nowMs);
    expect((await calls.process(event('e1', 'c1'), () => null)).kind).toBe('duplicate');
    await calls.purge(nowMs + 1);
    expect((await calls.process(event('e1', 'c1'), () => null)).kind).toBe('unchanged');
  });
}

const begun = { flowVersion: dial('d').flowVersion, isTest: false, dialId: null };
