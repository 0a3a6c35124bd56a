import type { Flow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { createFolderResources } from '../resources/folder-resources.ts';
import { greetingFlow } from '../testing/flows.ts';
import { flowsFolder } from '../testing/flows-folder.ts';
import { openService } from '../testing/service.ts';
import { FlowFolderError, readFlowFolder } from './read-folder.ts';

const hours = { time_zone: 'America/Chicago', weekly: { mon: [['08:00', '18:00']] } };
const declared: Flow['resources'] = {
  desk: { type: 'number' },
  crm_url: { type: 'url' },
  open: { type: 'hours' },
  crm: { type: 'secret' },
};
const bound = {
  desk: '+13125550100',
  crm_url: 'https://crm.example.com',
  open: hours,
  crm: { env: 'CRM_TOKEN' },
};
const variables = { CRM_TOKEN: 'hush-hush', EMPTY: '', TELNYX_API_KEY: 'KEY', SECRET_KEY: 'x' };

function folderOf(resources: object, declares = declared): string {
  return flowsFolder([greetingFlow({ resources: declares })], resources);
}

function linesOf(resources: object, declares = declared): readonly string[] {
  try {
    readFlowFolder(folderOf(resources, declares), variables);
  } catch (error) {
    if (error instanceof FlowFolderError) return error.lines;
    throw error;
  }
  return [];
}

describe('the resources of a folder', () => {
  it('are what gatherline.json binds, and secrets come from the environment', async () => {
    const { resources } = readFlowFolder(folderOf(bound), variables);
    const library = createFolderResources(resources);
    expect(await library.valuesFor(declared)).toEqual({
      values: { desk: '+13125550100', crm_url: 'https://crm.example.com', open: hours },
      missing: [],
    });
    expect(await library.secret('crm')).toBe('hush-hush');
    expect(await library.secret('desk')).toBeNull();
    expect(JSON.stringify(await library.list())).not.toContain('hush');
  });

  it('may hold what no flow declares, of the type it looks like', async () => {
    const { resources } = readFlowFolder(
      folderOf({ ...bound, other: 'sip:a@b.example', words: 'a b' }),
      variables,
    );
    expect(await createFolderResources(resources).list()).toMatchObject([
      { name: 'crm', type: 'secret' },
      { name: 'crm_url', type: 'url' },
      { name: 'desk', type: 'number' },
      { name: 'open', type: 'hours' },
      { name: 'other', type: 'number' },
      { name: 'words', type: 'text' },
    ]);
  });

  it.each([
    [
      'is missing that a flow reads',
      { desk: undefined },
      /resources\.desk: Is missing: greeting\.flow\.json .*\+13125550100/,
    ],
    ['is no number', { desk: '0100' }, /resources\.desk: greeting\.flow\.json expects a phone number/],
    ['is no address', { crm_url: 'crm' }, /resources\.crm_url: .*https:/],
    ['is no hours', { open: { ...hours, time_zone: 'Mars' } }, /resources\.open: .*time_zone: .*time zone/],
    ['is neither a text nor hours', { desk: 7 }, /resources\.desk: /],
    ['is a secret in the file', { crm: 'hush-hush' }, /resources\.crm: Is a secret .*"env"/],
    [
      'is a variable that is not set',
      { crm: { env: 'NOBODY' } },
      /resources\.crm: The variable NOBODY is not set/,
    ],
    [
      'is a variable that is empty',
      { crm: { env: 'EMPTY' } },
      /resources\.crm: The variable EMPTY is not set/,
    ],
    [
      'is no name of a variable',
      { crm: { env: 7 } },
      /resources\.crm: Write \{ "env": "NAME_OF_VARIABLE" \}/,
    ],
    ['is a variable and more', { crm: { env: 'CRM_TOKEN', x: 1 } }, /resources\.crm: Write \{ "env"/],
    [
      'is a secret that a flow takes for a number',
      { desk: { env: 'CRM_TOKEN' } },
      /resources\.desk: .*"env".*secrets/,
    ],
    [
      'is the carrier’s key',
      { crm: { env: 'TELNYX_API_KEY' } },
      /resources\.crm: TELNYX_API_KEY belongs to the service/,
    ],
    [
      'is the key of the secrets',
      { crm: { env: 'SECRET_KEY' } },
      /resources\.crm: SECRET_KEY belongs to the service/,
    ],
    ['has a name that templates can not read', { 'Front desk': 'a' }, /resources\.Front desk: /],
  ])('stop the start when one %s, and the line names the field', (_what, change, line) => {
    const lines = linesOf({ ...bound, ...change });
    expect(lines).toEqual([expect.stringMatching(/^gatherline\.json: field /)]);
    expect(lines[0]).toMatch(line);
    expect(lines.join()).not.toMatch(/hush|\n/);
  });

  it('are not a list', () => {
    expect(linesOf([])).toEqual([expect.stringMatching(/^gatherline\.json: field resources: /)]);
  });
});

describe('a service with the resources of a folder', () => {
  it('lists them as read-only, and changes nothing', async () => {
    const plain = { desk: bound.desk, open: hours };
    const flowsDir = folderOf(plain, { desk: { type: 'number' }, open: { type: 'hours' } });
    const service = await openService({ flowsDir });
    const all = await service.api('GET', '/api/resources');
    expect(all.body).toMatchObject({
      resources: [
        { name: 'desk', type: 'number', value: '+13125550100', read_only: true },
        { name: 'open', type: 'hours', value: hours, read_only: true },
      ],
    });
    const tried = await Promise.all([
      service.api('PUT', '/api/resources/desk', { type: 'text', value: 'a' }),
      service.api('DELETE', '/api/resources/desk'),
    ]);
    for (const answer of tried)
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'read_only' } } });
    expect((await service.api('GET', '/api/resources')).body).toEqual(all.body);
  });
});
