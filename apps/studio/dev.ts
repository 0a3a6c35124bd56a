import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The service, started anew when its code changes, and the studio with hot reload. Both stop together. */
const children: readonly ChildProcess[] = [
  run(process.execPath, ['--watch', '--watch-preserve-output', 'apps/runtime/src/main.ts'], root),
  run(process.execPath, ['node_modules/vite/bin/vite.js'], import.meta.dirname),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
for (const child of children) child.once('exit', (code) => stop(code ?? 0));

function run(command: string, args: readonly string[], cwd: string): ChildProcess {
  return spawn(command, args, { cwd, stdio: 'inherit' });
}

function stop(code: number): void {
  process.exitCode ??= code;
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
}
