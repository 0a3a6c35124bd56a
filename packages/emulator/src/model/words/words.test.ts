import { describe, expect, it } from 'vitest';
import { numberIn } from './numbers.ts';
import { spokenMs, spokenText } from './spoken-length.ts';
import { type Field, fieldsOf, understand } from './understand.ts';
import { asksForHuman, saysGoodbye } from './wishes.ts';

describe('a number in words', () => {
  it.each([
    ['29', 29],
    ["I'm 29 years old", 29],
    ['about -3.5 degrees', -3.5],
    ['twenty nine', 29],
    ['twenty-nine', 29],
    ['one hundred and five', 105],
    ['two thousand three hundred', 2300],
    ['a hundred', 100],
    ['minus four', -4],
    ['two point five', 2.5],
    ['four two one', 421],
    ['zero', 0],
    ['I have two cats and one dog', 2],
  ])('is understood: %s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it.each(['', 'none of your business', 'pointless'])('is not found where there is none: "%s"', (text) => {
    expect(numberIn(text)).toBeNull();
  });
});

describe('an answer', () => {
  const field = (type: string, choices: Field['choices'] = []): Field => ({
    name: 'x',
    question: '?',
    type,
    choices,
  });

  it.each([
    [field('string'), '  Ann Lee ', 'Ann Lee'],
    [field('string'), ' ', undefined],
    [field('integer'), 'two point five', undefined],
    [field('number'), 'two point five', 2.5],
    [field('boolean'), 'Yes, please.', true],
    [field('boolean'), 'No, thanks', false],
    [field('boolean'), "that's not right", false],
    [field('boolean'), 'perhaps', undefined],
    [field('string', ['Morning', 'Afternoon']), 'the AFTERNOON would be nice', 'Afternoon'],
    [field('string', ['Morning', 'Afternoon']), 'at night', undefined],
    [field('integer', [1, 2]), '2', 2],
    [field('array'), 'cheese', ['cheese']],
  ])('is understood by the type of its field', (one, text, value) => {
    expect(understand(one, text)).toEqual(value);
  });
});

describe('the fields of a schema', () => {
  it('are its properties in order, with a question each', () => {
    expect(
      fieldsOf({
        properties: { name: { description: 'Your name' }, birth_date: { type: ['null', 'string'] }, odd: 5 },
      }),
    ).toEqual([
      { name: 'name', question: 'Your name?', type: 'string', choices: [] },
      { name: 'birth_date', question: 'Please tell me the birth date.', type: 'string', choices: [] },
      { name: 'odd', question: 'Please tell me the odd.', type: 'string', choices: [] },
    ]);
    expect(fieldsOf({ properties: 'none' })).toEqual([]);
  });
});

describe('the length of speech', () => {
  it('is that of the words, without the tags of SSML', () => {
    expect(spokenText('<speak>Hello, <emphasis>you</emphasis></speak>', 'ssml')).toBe('Hello, you');
    expect(spokenText('2 < 3', 'text')).toBe('2 < 3');
    expect(spokenMs('x'.repeat(150))).toBe(10_000);
    expect(spokenMs('')).toBe(200);
  });
});

describe('a wish', () => {
  it.each(['Bye!', 'OK, good-bye then', "That's all.", '¡Adiós!', 'Auf Wiedersehen'])(
    'to end the talk is understood: %s',
    (text) => expect(saysGoodbye(text)).toBe(true),
  );

  it.each(['', 'I will drive by', "That's all wrong, I said Friday"])(
    'to end the talk is not heard in: "%s"',
    (text) => expect(saysGoodbye(text)).toBe(false),
  );

  it.each(['a human', 'Let me talk to an agent!', 'a real person please', 'quiero hablar con alguien'])(
    'for a person is understood: %s',
    (text) => expect(asksForHuman(text)).toBe(true),
  );

  it.each(['', 'Ann Person-Smith', 'The agent told me to call', 'we talk about prices'])(
    'for a person is not heard in: "%s"',
    (text) => expect(asksForHuman(text)).toBe(false),
  );
});
