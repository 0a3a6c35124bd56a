import { expect, test } from './fixtures.ts';
import { longWait } from './studio.ts';

test('a ready-made flow, its numbers and hours filled in, rings the reception that was named', async ({
  studio,
  page,
}) => {
  await studio.chooseTemplate('Clinic line with opening hours');
  await page.getByRole('textbox', { name: 'Name' }).fill('Our clinic');
  await studio.openAlways('Opening hours, lunch and holidays');
  await page.getByRole('textbox', { name: 'Number of reception' }).fill('+13125550142');
  await page.getByRole('textbox', { name: 'Number that rings along with reception' }).fill('+13125550143');
  await page
    .getByRole('textbox', { name: 'Music while reception’s phones ring' })
    .fill('https://media.example.com/wait.mp3');
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('application', { name: 'Canvas of Our clinic' })).toBeVisible();
  await page.getByRole('button', { name: 'Fit the flow' }).click();
  await studio.card('main_menu').getByText('Main menu', { exact: true }).click();
  await studio.openGroup('Listening');
  await studio.field('Wait for a key').fill(longWait);

  await studio.call();
  await expect(studio.heard(/^Elm Street Clinic/)).toBeVisible();
  await expect(studio.heard(/For reception, press 0/)).toBeVisible();
  await studio.press('0');
  await expect(studio.heard('Connected with +13125550142')).toBeVisible();
});

test('a value that a flow misses is given while it is published', async ({ studio, page }) => {
  await studio.newFlow('Night desk');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Transfer', by: [140, 20] });
  await studio.field('Connect with').fill('{{ resources.night_desk }}');
  await page.getByRole('application', { name: 'Canvas of Night desk' }).press('Escape');
  await studio.declareResource('night_desk', 'Phone number');
  await expect(studio.settings.getByText('Has no value here')).toBeVisible();
  await studio.saved();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const publishing = page.getByRole('dialog', { name: 'Publish this flow' });
  await expect(publishing.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  await publishing.getByRole('button', { name: /night_desk has no value here/ }).click();

  const asking = page.getByRole('dialog', { name: 'Set night_desk' });
  const value = asking.getByRole('textbox', { name: 'Value' });
  await expect(value).toBeFocused();
  await value.fill('312 555 0142');
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking.getByText(/Write the number as the carrier does/)).toBeVisible();
  await value.fill('+13125550142');
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking).toBeHidden();

  await expect(publishing.getByText('must be mended first')).toBeHidden();
  await publishing.getByRole('button', { name: 'Publish now' }).click();
  await expect(publishing.getByText('Version 1 is published')).toBeVisible();
  await publishing.getByRole('button', { name: 'Done' }).click();

  await page.goto('/resources');
  const row = page.getByRole('row').filter({ hasText: 'night_desk' });
  await expect(row).toContainText('+13125550142');
  await expect(row.getByRole('link', { name: 'Night desk' })).toBeVisible();
});

test('names that flows need come first, and a secret goes in and never comes out', async ({
  studio,
  page,
}) => {
  await studio.newFlow('Files');
  await studio.declareResource('files_key', 'Secret');
  await studio.saved();

  await page.goto('/resources');
  await expect(page.getByText('Secret, needed by Files')).toBeVisible();
  await page.getByRole('button', { name: 'Set value of files_key' }).click();
  const asking = page.getByRole('dialog', { name: 'Set files_key' });
  const value = asking.getByRole('textbox', { name: /^Value/ });
  await expect(value).toBeFocused();
  await value.fill('hush hush');
  await asking.getByRole('button', { name: 'Save' }).click();
  await expect(asking).toBeHidden();

  const row = page.getByRole('row').filter({ hasText: 'files_key' });
  await expect(row).toContainText('Set, changed just now');
  await expect(page.getByText('needed by Files')).toBeHidden();
  await page.getByRole('button', { name: 'Change files_key' }).click();
  const changing = page.getByRole('dialog', { name: 'Change files_key' });
  await expect(changing.getByRole('textbox', { name: /^Value/ })).toHaveValue('');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Delete files_key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Secret, needed by Files')).toBeVisible();
});

test('what could not be made is said, and made by trying again', async ({ studio, page }) => {
  await studio.chooseTemplate('Voicemail box');
  await page.getByRole('textbox', { name: 'Name' }).fill('Half a mailbox');
  await page.getByRole('textbox', { name: 'Where messages are delivered' }).fill('https://mail.example.com');
  await page.route('**/api/resources/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Create flow' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('There is now: the flow “Half a mailbox”.');
  await expect(notice).toContainText('Not yet: the value of mailbox_url.');

  await page.unroute('**/api/resources/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('application', { name: 'Canvas of Half a mailbox' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Half a mailbox' })).toHaveCount(1);
  await page.goto('/resources');
  await expect(page.getByRole('row').filter({ hasText: 'mailbox_url' })).toContainText(
    'https://mail.example.com',
  );
});

test('a flow that enters another one leads to it, and is published once that one is', async ({
  studio,
  page,
}) => {
  await studio.newFlow('Greeting');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Say something', by: [140, 20] });
  await studio.field('What to say').fill('Welcome.');
  await studio.saved();

  await studio.newFlow('Front door');
  await studio.pullToNew({
    exit: 'Incoming call',
    of: 'Start',
    kind: 'Go through another flow',
    by: [140, 20],
  });
  await studio.settings.getByRole('combobox', { name: /^Flow/ }).click();
  await page.getByRole('option', { name: 'Greeting', exact: true }).click();
  await expect(studio.settings.getByText('“Greeting” asks for nothing.')).toBeVisible();
  await studio.saved();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  const publishing = page.getByRole('dialog', { name: 'Publish this flow' });
  await expect(publishing.getByText('The flow greeting is not published here')).toBeVisible();
  await publishing.getByRole('button', { name: 'Open the flow greeting' }).click();
  await expect(page.getByRole('application', { name: 'Canvas of Greeting' })).toBeVisible();
  await studio.publish();

  await studio.openFlow('front_door');
  await studio.publish();
});
