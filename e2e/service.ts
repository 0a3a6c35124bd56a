import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeLimits } from './time-limits.ts';

/** The service in demo mode on a data folder of its own, as `pnpm serve` starts it. */
export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServiceSettings {
  /** What the operator sets beside the defaults, such as HTTP_ALLOWED_HOSTS. */
  readonly environment?: Readonly<Record<string, string>>;
}

const studioFolder = join(import.meta.dirname, '../apps/studio');
const main = join(import.meta.dirname, '../apps/runtime/src/main.ts');

/** The service with the studio in front; STUDIO_BUILD names a build to serve in place of apps/studio/dist. */
export async function startStudio(settings: ServiceSettings): Promise<Service> {
  const service = await startService(settings);
  const build = process.env.STUDIO_BUILD ?? '';
  if (build === '') return service;
  const preview = await startPreview({ folder: studioFolder, build, service: service.url });
  return {
    url: preview.url,
    async stop() {
      await preview.stop();
      await service.stop();
    },
  };
}

export async function startService({ environment = {} }: ServiceSettings = {}): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatherline-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await ready(`${url}/readyz`, child);
  return {
    url,
    async stop() {
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A built studio, served by Vite in front of a service; for builds that the service does not serve itself. */
export async function startPreview(from: {
  folder: string;
  build: string;
  service: string;
}): Promise<Service> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const vite = join(from.folder, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [vite, 'preview', '--outDir', from.build, '--port', String(port), '--host', '127.0.0.1', '--strictPort'],
    {
      cwd: from.folder,
      env: { ...process.env, RUNTIME: from.service },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await ready(url, child);
  return { url, stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + timeLimits.ready;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`The service ended with code ${child.exitCode} before it was ready.`);
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The service was not ready within ${timeLimits.ready / 1000} s.`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
