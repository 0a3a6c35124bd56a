import { expect, test } from './fixtures.ts';
import { Studio } from './studio.ts';

test('two tabs that edit the same flow lose nothing: the second is told, and merges', async ({
  studio,
  context,
}) => {
  await studio.newFlow('Shared line');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [140, 20] });
  await studio.field('What to say').fill('Hello.');
  await studio.saved();

  const other = new Studio(await context.newPage());
  await other.openFlow('shared_line');
  await studio.page.bringToFront();
  await studio.pullToNew({ exit: 'Done', of: 'Say something', kind: 'Hang up', by: [140, 0] });
  await studio.saved();

  await other.page.bringToFront();
  await other.step('Hello.').click();
  await other.field('What to say').fill('Hello and welcome.');
  await expect(other.page.getByRole('button', { name: 'Draft: Conflict' })).toBeVisible();
  await other.page.getByRole('button', { name: 'Merge mine on top' }).click();
  await other.saved();
  await expect(other.step('Hang up')).toBeVisible();

  await studio.page.reload();
  await expect(studio.step('Hello and welcome.')).toBeVisible();
  await expect(studio.step('Hang up')).toBeVisible();
});
