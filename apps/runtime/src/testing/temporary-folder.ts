import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterTheTest } from './at-end.ts';

/** A folder that is removed after the test. */
export function temporaryFolder(atEnd = afterTheTest): string {
  const folder = mkdtempSync(join(home, 'gatherline-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const memory = '/dev/shm';
const plentyBytes = 1024 ** 3;

/** In memory where there is plenty: what is killed here are processes, not the machine, and a disk takes its time. */
const home = freeBytes(memory) > plentyBytes ? memory : tmpdir();

function freeBytes(path: string): number {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
