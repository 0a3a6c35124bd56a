import { expect, test } from './fixtures.ts';
import { HoursEditor } from './hours-editor.ts';
import { longWait } from './studio.ts';

/** Today and the days after it by the clock of the clinic, as a date field takes them. */
function nextDays(count: number): readonly string[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' });
  return Array.from({ length: count }, (_none, index) => format.format(Date.now() + index * 86_400_000));
}

test('a person builds the opening hours of a clinic from an empty canvas, and rings it on a holiday and while it is open', async ({
  studio,
  page,
}) => {
  const hours = new HoursEditor(page, studio.settings.getByRole('group', { name: /^Opening hours/ }));

  await test.step('sets the week, a lunch break and a holiday', async () => {
    await studio.newFlow('Elm Street Clinic');
    await studio.addAfter({ exit: 'Incoming call', of: 'Start', kind: 'Opening hours' });
    await hours.setTimeZone('chicago', 'America / Chicago');
    await hours.setDay('Monday', [
      ['08:00', '12:30'],
      ['13:30', '18:00'],
    ]);
    await hours.copyMondayToFriday();
    await hours.setDay('Saturday', [['09:00', '12:00']]);
    await hours.addHoliday('2026-12-25', 'Christmas Day', true);
    await expect(studio.step('Mon–Fri 08:00–12:30 and 13:30–18:00, Sat 09:00–12:00')).toBeVisible();
  });

  await test.step('asks which way a call would take', async () => {
    await expect(await hours.tryOn('2026-12-01', '12:45')).toContainText('In a break');
    await expect(await hours.tryOn('2026-12-25', '10:00')).toContainText(/Holiday.*Christmas Day/s);
    await expect(await hours.tryOn('2026-12-06', '10:00')).toContainText('Closed');
    await expect(await hours.tryOn('2026-12-05', '10:00')).toContainText('Open');
  });

  await test.step('says what fits each of the four', async () => {
    await studio.addAfter({ exit: 'Open', of: 'Opening hours', kind: 'Menu' });
    await expect(studio.field('Words')).toBeFocused();
    await studio.field('Words').fill('Press 1 for appointments, 2 for our address.');
    await studio.settings.getByRole('textbox', { name: 'Label of key 1' }).fill('Appointments');
    await studio.settings.getByRole('textbox', { name: 'Label of key 2' }).fill('Address');
    await studio.openGroup('Listening');
    await studio.field('Wait for a key').fill(longWait);
    await studio.addAfter({ exit: '2 Address', of: 'Menu', kind: 'Say something' });
    await studio.nameStep('Address');
    await studio.field('What to say').fill('We are at 12 Elm Street.');
    await studio.addAfter({ exit: 'Done', of: 'Address', kind: 'Hang up' });

    for (const [exit, words] of [
      ['Closed', 'We are closed. We open again '],
      ['In a break', 'We are at lunch until half past one.'],
      ['Holiday', 'Today is a holiday. We wish you a good '],
    ] as const) {
      await studio.openSettings('Opening hours');
      await studio.addNext({ exit, kind: 'Say something' });
      await studio.nameStep(exit);
      await studio.field('What to say').fill(words);
      if (exit === 'Closed') await studio.insertValue('What to say', 'When it opens next, in words');
      if (exit === 'Holiday') await studio.insertValue('What to say', 'Which holiday, or why it is closed');
      await studio.leadTo('Done', 'Hang up');
    }
    await expect(studio.step('We open again {opens in words}')).toBeVisible();
  });

  await test.step('rings on a holiday, and hears its words', async () => {
    await studio.openSettings('Opening hours');
    for (const day of nextDays(2)) await hours.addHoliday(day, 'Founders Day');
    await studio.saved();
    await studio.call();
    await expect(studio.heard('Today is a holiday. We wish you a good Founders Day')).toBeVisible();
    await expect(studio.traced('Left “Opening hours” by “Holiday” to “Holiday”')).toBeVisible();
    await expect(studio.traced(/The call ended/)).toBeVisible();
  });

  await test.step('rings while it is open, presses 2 and hears the address', async () => {
    await studio.openSettings('Opening hours');
    await hours.removeHoliday(3);
    await hours.removeHoliday(2);
    await hours.openAlways();
    await studio.saved();
    await studio.call();
    await expect(studio.heard('Press 1 for appointments, 2 for our address.')).toBeVisible();
    await studio.press('2');
    await expect(studio.heard('We are at 12 Elm Street.')).toBeVisible();
    await expect(studio.traced(/The call ended/)).toBeVisible();
  });
});
