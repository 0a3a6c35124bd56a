import { expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const redactor = createRedactor({ auth: undefined }, new Map([['pin', '4711']]), 'seal');

test('an answer in which no secret stands is handed on as it was read, without a copy', () => {
  const answer = { orders: [{ id: 7, paid: true, note: null }, []], name: 'Ana' };
  expect(redactor.json(answer)).toBe(answer);
});

test('a secret is taken out of names, texts and numbers of an answer, and the rest stays as it was', () => {
  const rest = { id: 7 };
  const shown = redactor.json({ rest, said: ['a 4711', 4711], 'pin-4711': null });
  expect(shown).toEqual({ rest, said: ['a [secret pin]', '[secret pin]'], 'pin-[secret pin]': null });
  expect(shown).toHaveProperty(
    'rest',
    expect.toSatisfy((kept) => kept === rest),
  );
});
