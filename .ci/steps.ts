import { spawnSync } from 'node:child_process';

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: { readonly [name: string]: string };
}

/** Runs every step, even after one has failed, and says which did; resolves to the exit code. */
export function runSteps(steps: readonly Step[]): number {
  const failed = steps.filter((step) => !run(step)).map(({ name }) => name);
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

function run({ name, command: [program, ...rest], env }: Step): boolean {
  const began = performance.now();
  console.log(`\n▸ ${name}`);
  const { status, error } = spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error !== undefined) console.error(error.message);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return status === 0;
}
