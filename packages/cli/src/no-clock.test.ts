import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import type { Told } from './testing/play-everything.ts';

const script = fileURLToPath(new URL('./testing/play-everything.ts', import.meta.url));

/** On a busy machine the processes wait for their turn. */
vi.setConfig({ testTimeout: 120_000 });

/** Longer than any part of a call could take, and often enough that pauses fall everywhere. */
const PAUSE_MS = 250;
const RUN_MS = 60;
const MOST_PAUSES = 20;

it('plays every conversation to its end in a process that is stopped and resumed again and again', async () => {
  const { child, next } = start();
  await next();
  const told = next();
  await stopAgainAndAgain(child);
  const { played, failures, pauses }: Told = JSON.parse(await told);
  expect(failures).toEqual([]);
  expect(played).toBeGreaterThan(400);
  expect(pauses).toBeGreaterThanOrEqual(5);
});

it('plays every conversation without the clock, the dice, the time zone and the language of the machine', async () => {
  const { next } = start(['--without-clock'], { TZ: 'America/Chicago', LC_ALL: 'de_DE.UTF-8' });
  await next();
  const { failures }: Told = JSON.parse(await next());
  expect(failures).toEqual([]);
});

/** Plays all conversations in a process of its own; it tells of its begin and of its end in a line each. */
function start(options: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await lines.next();
    if (line.done === true) throw new Error('The process ended without a word.');
    return line.value;
  };
  return { child, next };
}

async function stopAgainAndAgain(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  for (let pause = 0; pause < MOST_PAUSES && child.exitCode === null; pause += 1) {
    await sleep(RUN_MS);
    child.kill('SIGSTOP');
    await sleep(PAUSE_MS);
    child.kill('SIGCONT');
  }
  await ended;
}
