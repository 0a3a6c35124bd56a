import { chromium } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const mode of ['light', 'dark'])
  for (const [name, url, act] of [
    ['list', 'http://127.0.0.1:3177/', ''],
    ['editor', 'http://127.0.0.1:3177/flows/clinic_front_desk', ''],
    ['node', 'http://127.0.0.1:3177/flows/clinic_front_desk', 'node'],
    ['picker', 'http://127.0.0.1:3177/flows/clinic_front_desk', 'picker'],
    ['far', 'http://127.0.0.1:3177/flows/clinic_front_desk', 'far'],
    ['empty', 'http://127.0.0.1:3177/flows/shop', ''],
  ]) {
    const ctx = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: mode,
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
    const page = await ctx.newPage();
    await page.goto(url);
    await page.waitForTimeout(1000);
    if (act === 'node')
      await page
        .locator('.react-flow__node')
        .nth(3)
        .click({ position: { x: 30, y: 10 } });
    if (act === 'picker') {
      await page.getByRole('button', { name: 'Add a step', exact: true }).click();
    }
    if (act === 'far') {
      await page.getByRole('button', { name: 'Fit the flow' }).click();
      await page.waitForTimeout(600);
    }
    await page.waitForTimeout(400);
    const r = await new AxeBuilder({ page }).analyze();
    for (const v of r.violations)
      console.log(
        mode,
        name,
        v.impact,
        v.id,
        v.nodes.length,
        v.nodes
          .slice(0, 3)
          .map(
            (n) => n.target.join(' ') + ' :: ' + (n.any[0]?.message || n.all[0]?.message || '').slice(0, 160),
          )
          .join('\n      '),
      );
    await ctx.close();
  }
await browser.close();
