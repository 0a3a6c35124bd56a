import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';
import { timeLimits } from './time-limits.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: timeLimits.story,
  expect: { timeout: timeLimits.expectation },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    // Motion takes time that no story is about.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: timeLimits.action,
    navigationTimeout: timeLimits.action,
    // The film of a trace costs four times the page itself; what the page held at each step tells as much.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: { args: browserArguments, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
