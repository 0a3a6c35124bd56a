import { chromium } from '@playwright/test';
const [, , mode = 'light', width = '1440', name = 'a', script = ''] = process.argv;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: +width, height: 900 }, colorScheme: mode });
page.on('console', (m) => {
  if (['error', 'warning'].includes(m.type())) console.log('console', m.type(), m.text().slice(0, 400));
});
page.on('pageerror', (e) => console.log('pageerror', e.message, (e.stack || '').slice(0, 600)));
const url = process.env.URL_ ?? 'http://127.0.0.1:3177/flows/clinic_front_desk';
await page.goto(url);
await page.waitForTimeout(1200);
if (script) {
  const fn = new Function('page', `return (async()=>{${script}})()`);
  const r = await fn(page);
  if (r !== undefined) console.log(JSON.stringify(r, null, 1));
}
await page.waitForTimeout(400);
await page.screenshot({ path: `/tmp/w/a/${name}.png` });
await browser.close();
