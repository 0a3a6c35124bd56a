import { type BookingDesk, openBookingDesk } from './booking-desk.ts';
import { expect, test as base } from './fixtures.ts';
import { longWait, type Studio } from './studio.ts';

const test = base.extend<{ desk: BookingDesk }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures it gives from here.
  desk: async ({}, use) => {
    const desk = await openBookingDesk();
    await use(desk);
    await desk.close();
  },
});

/** One thing for the AI to find out; with answers to choose from, it is one of them. */
async function askFor(
  studio: Studio,
  place: number,
  name: string,
  question: string,
  answers: readonly string[] = [],
) {
  const field = studio.settings;
  await field.getByRole('button', { name: 'Add field' }).click();
  const named = field.getByRole('textbox', { name: `Name of field ${place}` });
  await expect(named).toBeFocused();
  await named.fill(name);
  await field.getByRole('textbox', { name: `What to ask for field ${place}` }).fill(question);
  if (answers.length === 0) return;
  await field.getByRole('combobox', { name: `Kind of field ${place}` }).click();
  await studio.page.getByRole('option', { name: 'One of…' }).click();
  const box = field.getByRole('combobox', { name: `Answers of field ${place}` });
  for (const answer of answers) {
    await box.fill(answer);
    await box.press('Enter');
  }
}

/** One value of what is sent: its name there, and what the AI has learned. */
async function send(studio: Studio, place: number, name: string, learned: string) {
  const sent = studio.settings.getByRole('group', { name: /^What to send/ });
  await sent.getByRole('button', { name: 'Add entry' }).click();
  const named = sent.getByRole('textbox', { name: `Name of entry ${place}` });
  await expect(named).toBeFocused();
  await named.fill(name);
  await named.press('Enter');
  await studio.insertValue(`Value of ${name}`, `What was learned: ${learned}`);
}

/** Rings and answers the four questions. */
async function ring(studio: Studio) {
  await studio.call();
  for (const [question, answer] of [
    ['What is your name?', 'Ana Gomez'],
    ['What is your date of birth?', '1 May 1990'],
    ['What is the reason of your visit?', 'a vaccination, please'],
    ['Which day would you like?', 'next Friday'],
  ] as const) {
    await expect(studio.heard(question)).toBeVisible();
    await studio.say(answer);
  }
}

test('a person builds a booking by AI from an empty canvas, rings it, and hears what the server answers', async ({
  studio,
  desk,
}) => {
  await test.step('lets an AI ask', async () => {
    await studio.newFlow('Book by phone');
    await studio.addAfter({ exit: 'Incoming call', of: 'Start', kind: 'Ask with AI' });
    await expect(studio.settings.getByRole('button', { name: 'Add field' })).toBeFocused();
    await askFor(studio, 1, 'name', 'What is your name?');
    await askFor(studio, 2, 'date of birth', 'What is your date of birth?');
    await askFor(studio, 3, 'reason', 'What is the reason of your visit?', [
      'check-up',
      'pain',
      'vaccination',
    ]);
    await askFor(studio, 4, 'preferred date', 'Which day would you like?');
    await studio.openGroup('Listening');
    await studio.field('Wait for the caller to speak').fill(longWait);
  });

  await test.step('sends the answers to a server', async () => {
    await studio.addAfter({ exit: 'Done', of: 'Ask with AI', kind: 'Ask a server' });
    await expect(studio.field('Address')).toBeFocused();
    await studio.field('Address').fill(`${desk.url}/book`);
    await studio.settings.getByRole('combobox', { name: 'What to do' }).click();
    await studio.page.getByRole('option', { name: 'Send in (POST)' }).click();
    await send(studio, 1, 'name', 'name');
    await send(studio, 2, 'born', 'date of birth');
    await send(studio, 3, 'reason', 'reason');
    await send(studio, 4, 'day', 'preferred date');
  });

  await test.step('says what is to be said when the time is free, and when it is taken', async () => {
    await studio.addNext({ exit: 'Refused by the server', kind: 'Say something' });
    await studio.nameStep('Taken');
    await studio.field('What to say').fill('I am sorry, that time is taken.');
    await studio.addNext({ exit: 'Done', kind: 'Hang up' });

    await studio.openSettings('Ask a server');
    await studio.addNext({ exit: 'Answered', kind: 'Send a text message' });
    await studio.field('Text').fill('See you on Friday at ');
    await studio.insertValue('Text', 'What the server says: one value of it');
    await studio.typeOver('value', 'time');
    await studio.addNext({ exit: 'Done', kind: 'Say something' });
    await studio.nameStep('Confirmed');
    await studio.field('What to say').fill('You are booked for ');
    await studio.insertValue('What to say', 'What the server says: one value of it');
    await studio.typeOver('value', 'time');
    await studio.leadTo('Done', 'Hang up');
    await studio.saved();
  });

  await test.step('rings, answers the AI, and hears the confirmation', async () => {
    desk.answerWith(200, { time: 'half past nine' });
    await ring(studio);
    await expect(studio.heard('See you on Friday at half past nine')).toBeVisible();
    await expect(studio.heard('You are booked for half past nine')).toBeVisible();
    await expect(studio.traced(/The call ended/)).toBeVisible();
    const booking = { name: 'Ana Gomez', born: '1 May 1990', reason: 'vaccination', day: 'next Friday' };
    expect(desk.bookings).toEqual([booking]);
  });

  await test.step('rings again, and hears that the time is taken', async () => {
    desk.answerWith(409, { error: 'taken' });
    await ring(studio);
    await expect(studio.heard('I am sorry, that time is taken.')).toBeVisible();
    await expect(studio.traced('The server answered with 409')).toBeVisible();
    await expect(studio.traced(/The call ended/)).toBeVisible();
    expect(desk.bookings).toHaveLength(2);
  });
});
