import { expect, test } from './fixtures.ts';

test('a flow of three steps is drawn, filled in, published and rung without a pointer', async ({
  studio,
  page,
}) => {
  const keys = page.keyboard;
  await page.goto('/');
  await page.getByRole('link', { name: 'New flow' }).focus();
  await keys.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search the templates' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Empty flow' })).toBeVisible();
  await keys.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Empty flow' })).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys.type('By keys alone');
  await keys.press('Enter');
  const canvas = page.getByRole('application', { name: 'Canvas of By keys alone' });
  await expect(studio.step('Start')).toBeVisible();

  await canvas.focus();
  await keys.press('Home');
  await keys.press('a');
  await expect(page.getByRole('combobox', { name: /^Add after/ })).toBeFocused();
  await keys.type('say something');
  await keys.press('Enter');
  await expect(studio.field('What to say')).toBeFocused();
  await keys.type('Good morning.');
  await keys.press('Escape');

  await expect(canvas).toBeFocused();
  await keys.press('a');
  await expect(page.getByRole('combobox', { name: /^Add after/ })).toBeFocused();
  await keys.type('hang up');
  await keys.press('Enter');
  await expect(studio.step('Ends the call')).toBeVisible();
  await studio.saved();

  await page.getByRole('button', { name: 'Publish', exact: true }).focus();
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeEnabled();
  await page.getByRole('button', { name: 'Publish now' }).focus();
  await keys.press('Enter');
  await expect(page.getByRole('dialog').getByText('Version 1 is published')).toBeVisible();
  await keys.press('Escape');

  await page.getByRole('button', { name: 'Call this flow' }).focus();
  await keys.press('Enter');
  await expect(studio.heard('Good morning.')).toBeVisible();
  await expect(studio.traced(/The call ended/)).toBeVisible();
});
