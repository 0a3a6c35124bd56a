import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser, installBrowser } from '../browser.ts';
import { startPreview, startService } from '../service.ts';
import { largeFlow } from './large-flow.ts';

/**
 * The canvas's counters at 300 and 1,000 nodes, on a production build and with real input. The counters do not depend on
 * the machine; times are advisory and shown as the ratio of the two sizes.
 */
const sizes = [300, 1_000] as const;
const DRAG_STEPS = 20;
const KEYSTROKES = 20;
const WHEEL_STEPS = 30;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Figures {
  readonly [name: string]: number;
}

const build = mkdtempSync(join(tmpdir(), 'gatherline-counters-'));
const studio = join(import.meta.dirname, '../../apps/studio');
const built = spawnSync('pnpm', ['exec', 'vite', 'build', '--outDir', build, '--logLevel', 'error'], {
  cwd: studio,
  stdio: 'inherit',
  env: { ...process.env, VITE_COUNTERS: '1' },
});
if (built.status !== 0) throw new Error('The studio could not be built.');

const service = await startService();
const preview = await startPreview({ folder: studio, build, service: service.url });
const browser = await chromium.launch({
  executablePath: findBrowser() ?? installBrowser(),
  args: browserArguments,
});
try {
  const columns: Figures[] = [];
  for (const size of sizes) {
    await fetch(`${service.url}/api/flows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ flow: largeFlow(size) }),
    });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    columns.push(await measure(page, `${preview.url}/flows/${largeFlow(size).id}`));
    await page.close();
  }
  print(columns);
} finally {
  await browser.close();
  await preview.stop();
  await service.stop();
  rmSync(build, { recursive: true, force: true });
}

async function measure(page: Page, url: string): Promise<Figures> {
  const began = performance.now();
  await page.goto(url);
  await page.locator('[aria-roledescription="step"]').first().waitFor();
  const loadMs = performance.now() - began;
  await page.getByRole('button', { name: 'Zoom to 100 %' }).click();
  await settled(page);
  const atFullSize = await elements(page);
  const bodies = await page.locator('[aria-roledescription="step"]').count();

  const pan = await frames(page, async () => {
    await page.mouse.move(600, 450);
    for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(20, 12);
  });
  await settled(page);
  const card = await cardInView(page);
  const drag = await counted(page, () => dragCard(page, card));
  await page.mouse.click(card.x + DRAG_STEPS * 4, card.y + DRAG_STEPS * 2);
  const typing = await counted(page, () => typeName(page));
  const undoMs = await timed(page, () => page.keyboard.press('Control+z'));
  await page.getByRole('button', { name: 'Fit the flow' }).click();
  await settled(page);
  return {
    'cards mounted at 100 %': bodies,
    'elements in the canvas at 100 %': atFullSize,
    'elements in the canvas, whole flow in view': await elements(page),
    'card bodies drawn per drag step': drag.nodeBodies / DRAG_STEPS,
    'store emits per drag step': drag.storeEmits / DRAG_STEPS,
    'card bodies drawn per keystroke': typing.nodeBodies / KEYSTROKES,
    'store emits per keystroke': typing.storeEmits / KEYSTROKES,
    'load, ms (advisory)': loadMs,
    'pan, p95 of a frame, ms (advisory)': pan,
    'undo, ms (advisory)': undoMs,
  };
}

async function dragCard(page: Page, at: Point): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step += 1) await page.mouse.move(at.x + step * 4, at.y + step * 2);
  await page.mouse.up();
  await settled(page);
}

async function typeName(page: Page): Promise<void> {
  const name = page
    .getByRole('tabpanel', { name: 'Settings' })
    .getByRole('textbox', { name: 'Name', exact: true });
  await name.click();
  await page.keyboard.type('x'.repeat(KEYSTROKES));
  await name.blur();
  await settled(page);
}

/** A point on the title of the card that is nearest to the middle of the canvas. */
async function cardInView(page: Page): Promise<Point> {
  const canvas = await page.getByRole('main').boundingBox();
  if (canvas === null) throw new Error('There is no canvas.');
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const boxes = await Promise.all(
    (await page.locator('[aria-roledescription="step"]').all()).map((card) => card.boundingBox()),
  );
  const distance = (point: Point) => Math.hypot(point.x - middle.x, point.y - middle.y);
  const [nearest] = boxes
    .flatMap((box) => (box === null ? [] : [{ x: box.x + 60, y: box.y + 14 }]))
    .toSorted((one, other) => distance(one) - distance(other));
  if (nearest === undefined) throw new Error('No card is in view.');
  return nearest;
}

async function counted(
  page: Page,
  act: () => Promise<void>,
): Promise<{ nodeBodies: number; storeEmits: number }> {
  const before = await counters(page);
  await act();
  const after = await counters(page);
  return {
    nodeBodies: after.nodeBodies - before.nodeBodies,
    storeEmits: after.storeEmits - before.storeEmits,
  };
}

async function counters(page: Page): Promise<{ nodeBodies: number; storeEmits: number }> {
  const { nodeBodies, storeEmits } = await page.evaluate('window.__gatherline').then(asCounters);
  return { nodeBodies, storeEmits };
}

function asCounters(value: unknown): { nodeBodies: number; storeEmits: number } {
  if (typeof value === 'object' && value !== null && 'nodeBodies' in value && 'storeEmits' in value) {
    return { nodeBodies: Number(value.nodeBodies), storeEmits: Number(value.storeEmits) };
  }
  throw new Error('The build has no counters.');
}

async function elements(page: Page): Promise<number> {
  return page.getByRole('main').locator('*').count();
}

/** Two frames in a row: what an act set going has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  await settled(page);
  return performance.now() - began;
}

/** The 95th percentile of the time between two frames while `act` runs, in milliseconds. */
async function frames(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`{
    const times = []; let last = performance.now(); window.__frames = times; window.__counting = true;
    const tick = () => { const now = performance.now(); times.push(now - last); last = now; if (window.__counting) requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }`);
  await act();
  await settled(page);
  const times = await page.evaluate('window.__counting = false, window.__frames');
  if (!Array.isArray(times)) throw new Error('No frame was counted.');
  const sorted = times.map(Number).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

function print([small = {}, large = {}]: readonly Figures[]): void {
  console.table(
    Object.fromEntries(
      Object.keys(small).map((name) => {
        const [less = 0, more = 0] = [small[name], large[name]];
        const ratio = less === 0 ? '–' : (more / less).toFixed(2);
        return [name, { [`${sizes[0]} nodes`]: round(less), [`${sizes[1]} nodes`]: round(more), ratio }];
      }),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
