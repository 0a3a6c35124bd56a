import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hours } from '@gatherline/flow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { ResourceLibrary } from './resources.ts';
import { type SecretKey, SecretKeyError } from './secret-key.ts';
import { openStoredResources } from './stored-resources.ts';

const ownKey: SecretKey = { bytes: randomBytes(32), origin: 'SECRET_KEY' };
const nowMs = Date.parse('2026-03-02T09:00:00Z');
const hours: Hours = { time_zone: 'America/Chicago', weekly: { mon: [['08:00', '18:00']] } };

async function open(folder = temporaryFolder(), key = ownKey): Promise<ResourceLibrary> {
  const store = await openSqliteStore(folder);
  onTestFinished(() => store.close());
  return openStoredResources({ store: store.resources, key, now: () => nowMs });
}

async function filled(folder?: string): Promise<ResourceLibrary> {
  const resources = await open(folder);
  await resources.save('desk', { type: 'number', value: '+13125550100' });
  await resources.save('open', { type: 'hours', value: hours });
  await resources.save('crm', { type: 'secret', value: 'hush hush' });
  return resources;
}

describe('the resources of a service', () => {
  it('show their values, and of a secret that it is set', async () => {
    const resources = await filled();
    expect(await resources.list()).toEqual([
      { name: 'crm', type: 'secret', updatedAt: '2026-03-02T09:00:00.000Z' },
      { name: 'desk', type: 'number', value: '+13125550100', updatedAt: '2026-03-02T09:00:00.000Z' },
      { name: 'open', type: 'hours', value: hours, updatedAt: '2026-03-02T09:00:00.000Z' },
    ]);
  });

  it('give a flow the values it declares, without secrets, and name what is missing', async () => {
    const resources = await filled();
    const declared = {
      desk: { type: 'number' },
      open: { type: 'hours' },
      crm: { type: 'secret' },
      crm_url: { type: 'url' },
      other: { type: 'secret' },
    } as const;
    expect(await resources.valuesFor(declared)).toEqual({
      values: { desk: '+13125550100', open: hours },
      missing: ['crm_url', 'other'],
    });
  });

  it('never give a secret to a flow that calls it something else, nor anything else as a secret', async () => {
    const resources = await filled();
    const declared = { crm: { type: 'text' }, desk: { type: 'secret' } } as const;
    expect(await resources.valuesFor(declared)).toEqual({ values: {}, missing: ['crm', 'desk'] });
    expect(await resources.secret('desk')).toBeNull();
  });

  it('stand in for another type where the value fits it', async () => {
    const resources = await filled();
    const declared = { desk: { type: 'text' }, open: { type: 'text' } } as const;
    expect(await resources.valuesFor(declared)).toEqual({
      values: { desk: '+13125550100' },
      missing: ['open'],
    });
  });

  it('give the value of a secret for a request only while it is set', async () => {
    const resources = await filled();
    expect(await resources.secret('crm')).toBe('hush hush');
    await resources.remove('crm');
    expect(await resources.secret('crm')).toBeNull();
    await expect(resources.remove('crm')).rejects.toMatchObject({ status: 404, code: 'no_such_resource' });
  });

  it('hold nothing of a secret on the disk', async () => {
    const folder = temporaryFolder();
    await filled(folder);
    const files = readdirSync(folder).filter((name) => name.startsWith('gatherline.sqlite'));
    const kept = Buffer.concat(files.map((name) => readFileSync(join(folder, name)))).toString('latin1');
    expect(kept).toContain('+13125550100');
    expect(kept).not.toContain('hush');
  });
});

describe('another key than the one the secrets were stored with', () => {
  it('stops the start with one line that names the secrets and the cure', async () => {
    const folder = temporaryFolder();
    const store = await openSqliteStore(folder);
    onTestFinished(() => store.close());
    const openWith = (key: SecretKey) =>
      openStoredResources({ store: store.resources, key, now: () => nowMs });
    const first = await openWith(ownKey);
    await first.save('crm', { type: 'secret', value: 'hush hush' });
    await first.save('sms', { type: 'secret', value: 'hush hush' });

    const wrong = openWith({ bytes: randomBytes(32), origin: 'SECRET_KEY' });
    await expect(wrong).rejects.toThrow(SecretKeyError);
    await expect(wrong).rejects.toThrow(/^SECRET_KEY: is not the key that crm, sms were stored with[^\n]*$/);
    expect(await (await openWith(ownKey)).secret('crm')).toBe('hush hush');
  });

  it('is as good as any while there are none', async () => {
    const store = await openSqliteStore(temporaryFolder());
    onTestFinished(() => store.close());
    const first = await openStoredResources({ store: store.resources, key: ownKey, now: () => nowMs });
    await first.save('desk', { type: 'text', value: 'a text' });
    const key = { bytes: randomBytes(32), origin: 'SECRET_KEY' };
    const next = await openStoredResources({ store: store.resources, key, now: () => nowMs });
    expect(await next.list()).toHaveLength(1);
  });
});
