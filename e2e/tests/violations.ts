import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

const colorSchemes = ['light', 'dark'] as const;
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it stands is free of what axe calls serious or critical, in both colour schemes. */
export async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator(':root')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await violations(page), `in ${colorScheme} colours`).toEqual([]);
  }
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // What passed is not told, and no frame of somebody else's is on the page: both cost more than the check itself.
    .options({ runOnly: { type: 'tag', values: wcag }, resultTypes: ['violations'], preload: false })
    .setLegacyMode()
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
