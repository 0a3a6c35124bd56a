import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { greetingFlow } from '../testing/flows.ts';
import { openService } from '../testing/service.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FlowFolderError, readFlowFolder } from './read-folder.ts';

const good = {
  'greeting.flow.json': writeFlow(greetingFlow()),
  'gatherline.json': '{ "default_flow": "greeting" }',
};

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function linesOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    readFlowFolder(folderOf(files));
  } catch (error) {
    if (error instanceof FlowFolderError) return error.lines;
    throw error;
  }
  return [];
}

describe('a folder of flows', () => {
  it('gives its flows and routes', () => {
    const routes = {
      routes: [
        { number: '+13125550100', flow: 'greeting' },
        { connection_id: '28', flow: 'greeting' },
      ],
    };
    const { flows, routing } = readFlowFolder(
      folderOf({ ...good, 'gatherline.json': JSON.stringify(routes), 'README.md': '' }),
    );
    expect([...flows.keys()]).toEqual(['greeting']);
    expect(routing).toEqual({
      routes: [
        { by: 'number', value: '+13125550100', flow: 'greeting' },
        { by: 'connection_id', value: '28', flow: 'greeting' },
      ],
      defaultFlow: null,
    });
  });

  it('is refused when a flow would fail a caller: the line names file, node, field and cure', () => {
    const silent = greetingFlow({
      nodes: { ...greetingFlow().nodes, hello: { type: 'speak', params: {}, exits: { done: 'ask' } } },
    });
    const [line, ...rest] = linesOf({ ...good, 'greeting.flow.json': JSON.stringify(silent) });
    expect(line).toMatch(/^greeting\.flow\.json: node hello, field params\.payload: \S.*\. \S.*\.$/);
    expect(rest).toEqual([]);
  });

  it('is refused with one line for each problem, over all files', () => {
    const lines = linesOf({
      'one.flow.json': '{ "format": ',
      'two.flow.json': writeFlow(greetingFlow({ id: 'three' })),
      'gatherline.json': '{ "default_flow": "one", "number": 1 }',
    });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^one\.flow\.json: This file is not JSON/);
    expect(lines[1]).toMatch(/^two\.flow\.json: field id: .*three\.flow\.json/);
    expect(lines[2]).toMatch(/^gatherline\.json: .*number/);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
  });

  it.each([
    [
      'it has no routes',
      { 'greeting.flow.json': good['greeting.flow.json'] },
      /^gatherline\.json: is missing/,
    ],
    [
      'a step stands in a file twice',
      {
        ...good,
        'greeting.flow.json': good['greeting.flow.json'].replace(
          '"hello": {',
          '"hello": { "type": "hangup" },\n"hello": {',
        ),
      },
      /^greeting\.flow\.json: .*Line \d+: The name "hello" stands here a second time, after line \d+\. Keep one/,
    ],
    [
      'its configuration names a default flow twice',
      { ...good, 'gatherline.json': '{ "default_flow": "greeting", "default_flow": "greeting" }' },
      /^gatherline\.json: field default_flow: .* a second time\. Keep one/,
    ],
    ['its routes are not JSON', { ...good, 'gatherline.json': '{' }, /^gatherline\.json: is not JSON/],
    [
      'a route leads nowhere',
      { ...good, 'gatherline.json': '{ "default_flow": "nobody" }' },
      /default_flow: There is no nobody\.flow\.json/,
    ],
    ['it holds no flow', { 'gatherline.json': '{}' }, /holds no file/],
  ])('is refused when %s', (_case, files, line) => {
    expect(linesOf(files).join()).toMatch(line);
  });

  it('is refused when it is not there', () => {
    expect(() => readFlowFolder('/nowhere/at/all')).toThrow(
      /^FLOWS_DIR: the folder \/nowhere\/at\/all can not be read/,
    );
  });
});

describe('files with a byte order mark', () => {
  it('are read', () => {
    const marked = Object.entries(good).map(([name, text]) => [name, `\uFEFF${text}`]);
    expect(() => readFlowFolder(folderOf(Object.fromEntries(marked)))).not.toThrow();
  });
});

describe('a service of flows from a folder', () => {
  it('answers calls with them as published', async () => {
    const service = await openService({ flowsDir: folderOf(good) });
    const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
    await service.settled();
    expect(await service.call(phone.callControlId)).toMatchObject({
      flow: 'greeting',
      version: 1,
      call: { state: 'answered' },
    });
  });

  it('lists them as read-only, and changes nothing', async () => {
    const service = await openService({ flowsDir: folderOf(good) });
    const { body } = await service.api('GET', '/api/flows');
    expect(body).toMatchObject({
      flows: [{ id: 'greeting', read_only: true, published_version: 1, has_unpublished_changes: false }],
    });
    expect(await service.api('GET', '/api/routes')).toMatchObject({
      body: { routes: [], default_flow: 'greeting' },
    });
    const tried = await Promise.all([
      service.api('POST', '/api/flows', { flow: greetingFlow({ id: 'other' }) }),
      service.api('PUT', '/api/flows/greeting', { flow: greetingFlow() }, { 'if-match': '"1"' }),
      service.api('POST', '/api/flows/greeting/publish', { revision: 1 }),
      service.api('DELETE', '/api/flows/greeting', undefined, { 'if-match': '"1"' }),
      service.api('PUT', '/api/routes', { routes: [] }, { 'if-match': '"1"' }),
    ]);
    for (const answer of tried)
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'read_only' } } });
  });
});
