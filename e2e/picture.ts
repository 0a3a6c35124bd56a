import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser, installBrowser } from './browser.ts';
import { startService } from './service.ts';
import { timeLimits } from './time-limits.ts';
import { Studio } from './tests/studio.ts';

/** Takes the picture of the README: the ready-made flow on the canvas beside the call that rings it. Needs a built studio. */
const file = join(import.meta.dirname, 'pictures/canvas-and-call.png');

mkdirSync(dirname(file), { recursive: true });
const service = await startService();
const browser = await chromium.launch({
  executablePath: findBrowser() ?? installBrowser(),
  args: browserArguments,
});
try {
  const page = await browser.newPage({
    baseURL: service.url,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const studio = new Studio(page);
  await studio.openFlow('clinic_front_desk');
  await studio.call();
  await studio.heard('Press 1 for appointments').waitFor({ timeout: timeLimits.expectation });
  await studio.press('1');
  await studio.heard('May I have your name?').waitFor({ timeout: timeLimits.expectation });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await service.stop();
}
