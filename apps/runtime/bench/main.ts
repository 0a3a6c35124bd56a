import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const benches = [
  './webhook-throughput.ts',
  './entered-flow.ts',
  './large-answers.ts',
  '../../../e2e/bench/canvas.ts',
]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .filter((path) => existsSync(path));

for (const bench of benches) {
  const child = spawn(process.execPath, [bench], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exitCode = 1;
}
