import { expect, test } from './fixtures.ts';

test('tidying sets the steps out in one stroke, and one undo takes it back', async ({ studio, page }) => {
  await studio.newFlow('Crooked line');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [120, 80] });
  await studio.pullToNew({ exit: 'Done', of: 'Say something', kind: 'Hang up', by: [100, 90] });
  await studio.saved();
  const before = await studio.exportFlow('Crooked line');

  await studio.openFlow('crooked_line');
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await expect(page.getByRole('status', { name: 'What just happened' })).toContainText('3 steps tidied');
  await studio.saved();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await studio.saved();
  expect(await studio.exportFlow('Crooked line')).toBe(before);
});
