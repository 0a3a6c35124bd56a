import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** What axe calls serious or critical on the page as it stands. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('the list of flows has no serious accessibility violation', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByRole('link', { name: 'Clinic front desk' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the gallery of templates and the form for one of them have none', async ({ page }) => {
      await page.goto('/new');
      await expect(page.getByRole('link', { name: 'Clinic front desk' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.goto('/new/from/clinic_line');
      await page.getByRole('button', { name: 'Set opening hours' }).first().click();
      await expect(page.getByRole('button', { name: 'Create flow' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the resources, and the dialog for the value of one, have none', async ({ studio, page }) => {
      await studio.newFlow(`Declares in ${colorScheme}`);
      await studio.declareResource(`hours_in_${colorScheme}`, 'Opening hours');
      await studio.saved();
      expect(await violations(page)).toEqual([]);
      await page.goto('/resources');
      await page.getByRole('button', { name: `Set value of hours_in_${colorScheme}` }).click();
      const dialog = page.getByRole('dialog', { name: `Set hours_in_${colorScheme}` });
      await dialog.getByRole('button', { name: 'Set opening hours' }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('row').filter({ hasText: `hours_in_${colorScheme}` })).toBeVisible();
      await page.getByRole('button', { name: `Change hours_in_${colorScheme}` }).click();
      await expect(dialog).toBeHidden();
      expect(await violations(page)).toEqual([]);
    });

    test('the canvas, a step’s settings and the problems have none', async ({ studio, page }) => {
      await studio.openFlow('clinic_front_desk');
      await studio.step('Press 1 for appointments').click();
      await expect(studio.field('What to ask')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the phone in a call has none', async ({ studio, page }) => {
      await studio.openFlow('clinic_front_desk');
      await studio.call();
      await expect(studio.traced('Reached “Jingle”')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the dialog before publishing has none', async ({ studio, page }) => {
      await studio.openFlow('clinic_front_desk');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Publish now' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
