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
  await other.page.getByRole('button', { name: 'Put both together' }).click();
  await other.saved();
  await expect(other.step('Hang up')).toBeVisible();

  await studio.page.reload();
  await expect(studio.step('Hello and welcome.')).toBeVisible();
  await expect(studio.step('Hang up')).toBeVisible();
});

test('two tabs that change the same words are shown both, and one is chosen', async ({ studio, context }) => {
  await studio.newFlow('Asked line');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [140, 20] });
  await studio.field('What to say').fill('Hello.');
  await studio.saved();

  const other = new Studio(await context.newPage());
  await other.openFlow('asked_line');
  await studio.field('What to say').fill('Good morning.');
  await studio.saved();

  await other.page.bringToFront();
  await other.step('Hello.').click();
  await other.field('What to say').fill('Good night.');
  const asked = other.page.getByRole('radiogroup', { name: 'What Say something says' });
  await expect(asked.getByRole('radio', { name: 'Yours: “Good night.”' })).toBeChecked();
  await asked.getByRole('radio', { name: 'Theirs: “Good morning.”' }).check();
  await other.page.getByRole('button', { name: 'Put both together' }).click();
  await other.saved();
  await expect(other.step('Good morning.')).toBeVisible();
});
