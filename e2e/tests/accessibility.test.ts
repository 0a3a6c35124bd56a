import { expect, test } from './fixtures.ts';
import { expectNoViolations } from './violations.ts';

test('the list of flows has no serious accessibility violation', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Clinic front desk' })).toBeVisible();
  await expectNoViolations(page);
});

test('the gallery of templates has none', async ({ page }) => {
  await page.goto('/new');
  await expect(page.getByRole('link', { name: 'Clinic front desk' })).toBeVisible();
  await expectNoViolations(page);
});

test('the form for a template has none', async ({ page }) => {
  await page.goto('/new/from/shop_two_languages');
  await page.getByRole('button', { name: 'Set opening hours' }).first().click();
  await expect(page.getByRole('button', { name: 'Create flow' })).toBeVisible();
  await expectNoViolations(page);
});

test('the settings of a flow, the details, and the dialog for the value of one have none', async ({
  studio,
  page,
}) => {
  await studio.newFlow('Declares hours');
  await studio.declareResource('visiting_hours', 'Opening hours');
  await studio.saved();
  await expectNoViolations(page);
  await page.goto('/resources');
  await page.getByRole('button', { name: 'Set value of visiting_hours' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set visiting_hours' });
  await dialog.getByRole('button', { name: 'Set opening hours' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'visiting_hours' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Change visiting_hours' }).click();
  await expect(page.getByRole('dialog', { name: 'Change visiting_hours' })).toBeVisible();
  await expectNoViolations(page);
});

test('the canvas, a step’s settings and the problems have none', async ({ studio, page }) => {
  await studio.openFlow('clinic_front_desk');
  await studio.step('Press 1 for appointments').click();
  await expect(studio.field('What to ask')).toBeVisible();
  await expectNoViolations(page);
});

test('the phone has none, while something is heard and when the call is over', async ({ studio, page }) => {
  await studio.newFlow('Music for ever');
  await studio.addAfter({ exit: 'Incoming call', of: 'Start', kind: 'Say something' });
  await studio.field('What to say').fill('Please hold the line.');
  await studio.addNext({ exit: 'Done', kind: 'Play a sound' });
  await studio.field('Sound file').fill('https://example.com/music.mp3');
  await studio.settings.getByRole('combobox', { name: 'Times to play' }).click();
  await page.getByRole('option', { name: 'Infinity' }).click();
  await studio.saved();
  await studio.call();
  await expect(studio.heard('music.mp3')).toBeVisible();
  await expect(studio.traced('Not used: the sound begins')).toBeVisible();
  await expectNoViolations(page);
  await studio.hangUp();
  await expect(studio.traced(/The call ended/)).toBeVisible();
  await expectNoViolations(page);
});

test('the dialog before publishing has none', async ({ studio, page }) => {
  await studio.openFlow('clinic_front_desk');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeVisible();
  await expectNoViolations(page);
});
