import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startChild } from './testing/child.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('the start of the service', () => {
  it('is demo mode with one ready-made flow, published and answering, on the first start only', async () => {
    const DATA_DIR = temporaryFolder();
    const child = startChild({ DATA_DIR, PORT: '0' });
    const url = await child.listening;
    const get = async (path: string) => (await fetch(`${url}${path}`)).json();
    expect(await get('/api/session')).toMatchObject({ mode: 'demo' });
    expect(await get('/api/flows')).toMatchObject({
      flows: [{ id: 'clinic_front_desk', published_version: 1 }],
    });
    expect(await get('/api/routes')).toMatchObject({ default_flow: 'clinic_front_desk' });
    expect(await get('/readyz')).toMatchObject({ status: 'ready' });

    await fetch(`${url}/api/routes`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"2"' },
      body: JSON.stringify({ routes: [], default_flow: null }),
    });
    await fetch(`${url}/api/flows/clinic_front_desk`, { method: 'DELETE', headers: { 'if-match': '"1"' } });
    child.process.kill('SIGTERM');
    expect(await child.exited).toEqual({ code: 0, signal: null });

    const again = startChild({ DATA_DIR, PORT: '0' });
    const answer = await fetch(`${await again.listening}/api/flows`);
    expect(await answer.json()).toEqual({ flows: [] });
  });

  it('stops with one line for each malformed setting, and shows no secret', async () => {
    const child = startChild({ PORT: 'http', LOG_LEVEL: 'loud', TELNYX_PUBLIC_KEY: 'hush hush' });
    expect(await child.exited).toEqual({ code: 2, signal: null });
    expect(
      child
        .stderr()
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'TELNYX_PUBLIC_KEY', 'LOG_LEVEL']);
    expect(child.stderr()).not.toContain('hush');
  });

  it('stops with one line when the key is not the one of the secrets, and shows neither', async () => {
    const DATA_DIR = temporaryFolder();
    const child = startChild({ DATA_DIR, PORT: '0' });
    const bound = await fetch(`${await child.listening}/api/resources/crm`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'secret', value: 'hush hush' }),
    });
    expect(bound.status).toBe(200);
    child.process.kill('SIGTERM');
    await child.exited;

    const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
    const wrong = startChild({ DATA_DIR, PORT: '0', SECRET_KEY });
    expect(await wrong.exited).toEqual({ code: 2, signal: null });
    expect(wrong.stderr()).toMatch(/^SECRET_KEY: is not the key that crm was stored with: [^\n]*\n$/);
    expect([child.stdout(), wrong.stderr()].join()).not.toMatch(/hush|BwcHBw/);
  });

  it('stops when FLOWS_DIR holds a flow with an error, and names file, node, field and cure', async () => {
    const FLOWS_DIR = temporaryFolder();
    const flow = {
      format: 'gatherline/flow@1',
      id: 'broken',
      name: 'Broken',
      nodes: { incoming: { type: 'start', exits: { incoming: 'hello' } }, hello: { type: 'speak' } },
    };
    writeFileSync(join(FLOWS_DIR, 'broken.flow.json'), JSON.stringify(flow));
    writeFileSync(join(FLOWS_DIR, 'gatherline.json'), '{ "default_flow": "broken" }');
    const child = startChild({ FLOWS_DIR, DATA_DIR: temporaryFolder(), PORT: '0' });
    expect((await child.exited).code).toBe(2);
    expect(child.stderr()).toMatch(/^broken\.flow\.json: node hello, field params\.payload: .+\n/);
  });

  it.each(['SIGINT', 'SIGHUP'] as const)('finishes what is in hand at %s', async (signal) => {
    const child = startChild({ DATA_DIR: temporaryFolder(), PORT: '0' });
    await child.listening;
    child.process.kill(signal);
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(child.stdout()).toContain('finishing what is in hand');
  });

  it('stops when another service uses the folder', async () => {
    const DATA_DIR = temporaryFolder();
    const first = startChild({ DATA_DIR, PORT: '0' });
    await first.listening;
    const second = startChild({ DATA_DIR, PORT: '0' });
    expect((await second.exited).code).toBe(2);
    expect(second.stderr()).toMatch(/^DATA_DIR: Another service is using the folder .*\n$/);
  });

  it('stops when the port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = z.custom<AddressInfo>().parse(other.address());
    const child = startChild({ DATA_DIR: temporaryFolder(), PORT: String(port) });
    expect((await child.exited).code).toBe(2);
    expect(child.stderr()).toBe(
      `PORT: ${port} on 127.0.0.1 is taken by another program: stop that, or set PORT to another number.\n`,
    );
  });
});

describe('a service that listens on every address', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

  it('keeps its emulator on 127.0.0.1', async () => {
    const child = startChild({ HOST: '0.0.0.0', PORT: '0', DATA_DIR: temporaryFolder() });
    const url = await child.listening;
    const sockets = await listeningSockets(child.process.pid);
    const { port } = new URL(url);
    const others = sockets.filter(({ port: other }) => other !== Number(port));
    expect(others).toHaveLength(1);
    expect(others[0]?.address).toBe('127.0.0.1');
    const foreign =
      outside === undefined
        ? null
        : await fetch(`http://${outside}:${others[0]?.port}/v2/calls`).catch(() => null);
    expect(foreign).toBeNull();
  });
});

/** What a process of this machine listens on, from the kernel's own table. */
async function listeningSockets(
  pid: number | undefined,
): Promise<readonly { address: string; port: number }[]> {
  const { readdirSync, readFileSync, readlinkSync } = await import('node:fs');
  const own = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    }),
  );
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A' && own.has(fields[9] ?? ''))
    .map((fields) => toSocket(fields[1] ?? ''));
}

function toSocket(text: string): { address: string; port: number } {
  const [address = '', port = ''] = text.split(':');
  const bytes = address.match(/../g) ?? [];
  return {
    address: bytes
      .toReversed()
      .map((byte) => Number.parseInt(byte, 16))
      .join('.'),
    port: Number.parseInt(port, 16),
  };
}
