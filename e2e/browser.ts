import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What Chromium is started with: as root it has no sandbox, and tests need none of its errands. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium: CHROMIUM_PATH, Playwright's own, or one of the usual paths. */
export function findBrowser(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...usualPaths].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** Fetches a browser: Playwright's own, else Debian's package where that can be installed. Throws when neither works. */
export function installBrowser(): string {
  console.log('No Chromium found; fetching one.');
  run('pnpm', '--filter', '@gatherline/e2e', 'exec', 'playwright', 'install', 'chromium');
  if (findBrowser() === undefined && process.getuid?.() === 0) {
    run('apt-get', 'update', '--quiet');
    run('apt-get', 'install', '--yes', '--quiet', 'chromium');
  }
  const found = findBrowser();
  if (found === undefined) {
    throw new Error('No Chromium could be installed. Install one and set CHROMIUM_PATH to its program.');
  }
  return found;
}

function run(program: string, ...rest: string[]): void {
  spawnSync(program, rest, { stdio: 'inherit', timeout: 10 * 60_000 });
}
