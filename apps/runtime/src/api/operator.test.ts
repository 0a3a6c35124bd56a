import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { greetingFlow } from '../testing/flows.ts';
import { openService } from '../testing/service.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { arrival } from '../testing/webhooks.ts';
import { serveStudio } from './studio.ts';

describe('what an operator looks at', () => {
  it('says that the process is up and that it can take calls', async () => {
    const service = await openService();
    expect(await service.api('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await service.api('GET', '/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', store: true, carrier: 'live' },
    });
    expect(await service.api('GET', '/api/session')).toMatchObject({
      body: { mode: 'live', version: expect.any(String) },
    });
  });

  it('counts webhooks, commands and calls', async () => {
    const service = await openService({ flow: greetingFlow() });
    await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
    await service.settled();
    const figures = String((await service.api('GET', '/metrics')).body);
    expect(figures).toContain('gatherline_webhooks_total{type="call.initiated",outcome="moved"} 1');
    expect(figures).toContain('gatherline_commands_total{action="answer",outcome="accepted"} 1');
    expect(figures).toContain('gatherline_calls{state="answered"} 1');
    expect(figures).toContain('gatherline_outbox_depth 0');
    expect(figures).toMatch(/gatherline_transition_seconds_count [1-9]/);
    expect(figures).toMatch(/gatherline_webhook_commit_seconds_count [1-9]/);
  });

  it('lists calls page by page', async () => {
    const service = await openService({ flow: greetingFlow() });
    for (const id of ['v3:one', 'v3:two', 'v3:three']) {
      await service.deliver(arrival({ call_control_id: id, call_session_id: id }));
    }
    const page = z.object({ calls: z.array(z.looseObject({ id: z.string() })), next: z.int().nullable() });
    const first = page.parse((await service.api('GET', '/api/calls?limit=2')).body);
    expect(first.calls.map(({ id }) => id)).toEqual(['v3:three', 'v3:two']);
    const second = page.parse((await service.api('GET', `/api/calls?limit=2&before=${first.next}`)).body);
    expect(second).toMatchObject({
      calls: [{ id: 'v3:one', flow: 'greeting', version: 1, test: false }],
      next: null,
    });
    expect((await service.api('GET', '/api/calls?limit=0')).status).toBe(400);
    expect(await service.api('GET', '/api/calls/nobody')).toMatchObject({
      status: 404,
      body: { error: { code: 'no_such_call' } },
    });
  });

  it('answers an unknown address of the API with an error it can read', async () => {
    const service = await openService();
    expect(await service.api('GET', '/api/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'no_such_path' } },
    });
  });
});

describe('the studio', () => {
  async function serve(folder: string): Promise<string> {
    const app = express().use(serveStudio(folder));
    const server = app.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${z.object({ port: z.int() }).parse(server.address()).port}`;
  }

  it('is served with assets that are kept for good and its page for every address', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<title>Studio</title>');
    writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {};');
    const url = await serve(folder);
    const asset = await fetch(`${url}/assets/main-abc.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const page = await fetch(`${url}/flows/greeting`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
      200,
      'no-cache',
      '<title>Studio</title>',
    ]);
    expect((await fetch(`${url}/assets/old.js`, { headers: { accept: '*/*' } })).status).toBe(404);
  });

  it('says how to build it while it is not built', async () => {
    const url = await serve(join(temporaryFolder(), 'nowhere'));
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('npm start');
  });

  it('may load nothing but its own scripts, and be framed by nobody', async () => {
    const service = await openService();
    const { headers } = await fetch(service.url, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});
