import { mkdirSync, rmSync } from 'node:fs';
import { findBrowser, installBrowser } from '../e2e/browser.ts';
import { reports, reportsFolder } from './reports.ts';
import { runSteps } from './steps.ts';

rmSync(reportsFolder, { recursive: true, force: true });
mkdirSync(reportsFolder, { recursive: true });

const isFull = process.argv.includes('--full');
const browser = findBrowser() ?? installBrowser();
process.exitCode = runSteps([
  { name: 'build the studio', command: ['pnpm', '--filter', '@gatherline/studio', 'build'] },
  {
    name: 'unit and integration tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reports.vitest}`,
    ],
    env: isFull ? { CONVERSATIONS_BOTH_WAYS: 'true' } : {},
  },
  {
    name: 'browser tests',
    command: ['pnpm', '--filter', '@gatherline/e2e', 'exec', 'playwright', 'test'],
    env: { CHROMIUM_PATH: browser },
  },
]);
