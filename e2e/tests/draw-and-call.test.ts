import { expect, test } from './fixtures.ts';
import { longWait } from './studio.ts';

test('a person draws a menu on an empty canvas, publishes it, rings it, presses 1 and hears the answer', async ({
  studio,
  page,
}) => {
  await studio.newFlow('Corner bakery');

  await studio.pullToNew({
    exit: 'Incoming call',
    of: 'Start',
    kind: 'Ask and wait for keys',
    by: [140, 20],
  });
  await studio.field('What to ask').fill('Press 1 for bread, 2 for cake.');
  await studio.field('Wait for a key').fill(longWait);
  await studio.settings.getByRole('textbox', { name: 'Label of Key 1' }).fill('Bread');
  await studio.settings.getByRole('textbox', { name: 'Label of Key 2' }).fill('Cake');

  await studio.pullToNew({
    exit: '1 Bread',
    of: 'Ask and wait for keys',
    kind: 'Say something',
    by: [140, -120],
  });
  await studio.field('What to say').fill('We bake until noon.');
  await studio.pullToNew({ exit: 'Done', of: 'Say something', kind: 'Hang up', by: [120, 0] });

  await page.getByRole('button', { name: 'Fit the flow' }).click();
  await studio.step('Ask and wait').click();
  await studio.leadTo('2 Cake', 'Say something');
  await studio.saved();
  await studio.publish();

  await studio.call();
  await expect(studio.heard('Press 1 for bread, 2 for cake.')).toBeVisible();
  await expect(studio.card('ask_and_wait_for_keys').getByText('The call is here')).toBeAttached();
  await studio.press('1');
  await expect(studio.heard('We bake until noon.')).toBeVisible();
  await expect(studio.traced('Left “Ask and wait for keys” by “1 Bread”')).toBeVisible();
  await expect(studio.traced(/The call ended/)).toBeVisible();
});

test('a caller answers the AI question in words, and later steps know what was said', async ({ studio }) => {
  await studio.newFlow('Appointments');
  await studio.pullToNew({ exit: 'Incoming call', of: 'Start', kind: 'Ask with AI', by: [140, 20] });
  await studio.settings.getByRole('button', { name: /^Add .*field/i }).click();
  await studio.settings.getByRole('textbox', { name: 'Name of field 1' }).fill('name');
  await studio.settings.getByRole('textbox', { name: 'What to ask for field 1' }).fill('What is your name?');
  await studio.openGroup('Listening');
  await studio.field('Wait for the caller to speak').fill(longWait);
  await studio.pullToNew({ exit: 'Done', of: 'Ask with AI', kind: 'Say something', by: [140, 0] });
  await studio.field('What to say').fill('Thank you, {{ nodes.ask_with_ai.result.name }}.');
  await studio.pullToNew({ exit: 'Done', of: 'Say something', kind: 'Hang up', by: [100, 60] });
  await studio.saved();

  await studio.call();
  await expect(studio.heard('What is your name?')).toBeVisible();
  await studio.say('Ana');
  await expect(studio.heard('Thank you, Ana.')).toBeVisible();
  await expect(studio.traced(/The call ended/)).toBeVisible();
});

test('hanging up ends the call, and the phone can ring again', async ({ studio }) => {
  await studio.newFlow('Holds on');
  await studio.addAfter({ exit: 'Incoming call', of: 'Start', kind: 'Wait' });
  await studio.field('How long').fill('3600');
  await studio.call();
  await expect(studio.traced('Reached “Wait”')).toBeVisible();
  await studio.hangUp();
  await expect(studio.traced(/The call ended/)).toBeVisible();
  await expect(studio.phone.getByRole('button', { name: 'Call', exact: true })).toBeEnabled();
});
