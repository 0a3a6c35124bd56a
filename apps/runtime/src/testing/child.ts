import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the address once it listens; rejects with what it said when it ends before. */
  readonly listening: Promise<string>;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  stdout(): string;
  stderr(): string;
}

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The service as its own process, with exactly these variables of ours; killed after the test. */
export function startChild(variables: Readonly<Record<string, string>>): Child {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, ...variables };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  const exited = once(child, 'exit').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  const listening = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const url = /"url":"([^"]+)"/.exec(stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    void exited.then(() => reject(new Error(`The service ended: ${stdout}${stderr}`)));
  });
  // Whoever only waits for the end does not care that it never listened.
  listening.catch(() => {});
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, listening, exited, stdout: () => stdout, stderr: () => stderr };
}
