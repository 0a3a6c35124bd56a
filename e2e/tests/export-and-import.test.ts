import { expect, test } from './fixtures.ts';

test('a flow that is exported, deleted and imported again has the same bytes', async ({ studio, page }) => {
  await studio.newFlow('Round trip');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [140, 20] });
  await studio.field('What to say').fill('Grüezi — “hello”.');
  await studio.saved();
  const before = await studio.exportFlow('Round trip');
  expect(before).toContain('"payload": "Grüezi — “hello”."');

  await page.getByRole('button', { name: 'More for Round trip' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(page.getByRole('link', { name: 'Round trip' })).toBeHidden();

  await page.getByLabel('Flow file to import').setInputFiles({
    name: 'round_trip.flow.json',
    mimeType: 'application/json',
    buffer: Buffer.from(before),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(studio.step('Grüezi')).toBeVisible();
  expect(await studio.exportFlow('Round trip')).toBe(before);
});

test('a file that is no flow is refused with the place to mend, and nothing changes', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Flow file to import').setInputFiles({
    name: 'broken.flow.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{ "format": "gatherline/flow@1", "id": "broken", "name": "Broken", "nodes": { "a": { "type": "" } } }',
    ),
  });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nothing was changed.')).toBeVisible();
  await expect(dialog.getByText(/Name the type of the node/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('link', { name: 'Broken' })).toBeHidden();
});
