import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import open from 'open';

/** What `npm start` ends with: the service, and the browser at its page once it is ready. */
const root = join(import.meta.dirname, '../..');
const service = spawn(process.execPath, ['apps/runtime/src/main.ts'], {
  cwd: root,
  stdio: ['inherit', 'pipe', 'inherit'],
});

const isWatched = process.stdout.isTTY && process.env.CI === undefined;

createInterface({ input: service.stdout }).on('line', (line) => {
  console.log(line);
  const url = urlIn(line);
  if (url === null) return;
  console.log(`\n  Gatherline is ready at ${url}   (Ctrl+C stops it)\n`);
  // A machine without a screen has no browser to open; the line above is enough there.
  if (isWatched) open(url).catch(() => undefined);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill(signal));
service.once('exit', (code) => {
  process.exitCode = code ?? 0;
});

/** The address in the service's first log line; `null` in every other one. */
function urlIn(line: string): string | null {
  try {
    const entry: unknown = JSON.parse(line);
    const hasUrl = typeof entry === 'object' && entry !== null && 'url' in entry && 'mode' in entry;
    return hasUrl && typeof entry.url === 'string' ? entry.url : null;
  } catch {
    return null;
  }
}
