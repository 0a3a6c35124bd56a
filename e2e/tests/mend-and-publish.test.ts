import { expect, test } from './fixtures.ts';

test('a flow with errors is not published, and each error leads to its field', async ({ studio, page }) => {
  await studio.newFlow('Unfinished');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Transfer', by: [140, 20] });
  await studio.field('Connect with').fill('reception');
  await studio.saved();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this flow' });
  await expect(dialog.getByText('One error must be mended first')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled();

  await dialog.getByRole('list', { name: 'Errors' }).getByRole('button').first().click();
  await expect(dialog).toBeHidden();
  await expect(studio.field('Connect with')).toBeFocused();

  await studio.field('Connect with').fill('+13125550142');
  await studio.saved();
  await studio.publish();
});

test('everything that was drawn can be undone and done again from the keyboard', async ({ studio, page }) => {
  await studio.newFlow('Second thoughts');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [140, 20] });
  await studio.field('What to say').fill('Good morning.');
  await studio.field('What to say').blur();
  await expect(studio.step('Good morning.')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(studio.step('Good morning.')).toBeHidden();
  await expect(studio.step('Say something')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(studio.step('Say something')).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(studio.step('Good morning.')).toBeVisible();
  await studio.saved();
});
