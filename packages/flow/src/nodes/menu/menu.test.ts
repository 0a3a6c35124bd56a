import { describe, expect, test } from 'vitest';
import { menu } from './menu.ts';

const prompts = [{ text: 'Press 1 for sales.' }];
const choices = [{ digits: '1', label: 'Sales' }];
const exitsOf = (params: Parameters<typeof menu.exits>[0]) => menu.exits(params).map(({ id }) => id);
const complaintsAt = (params: Parameters<typeof menu.exits>[0]) =>
  menu.lint?.(params).map(({ path }) => path.join('.'));

describe('the exits of a menu', () => {
  test('are its choices, then what else may happen', () => {
    expect(exitsOf({ choices })).toEqual(['1', 'no_input', 'invalid', 'cancelled', 'error']);
  });

  test('have one for the list and one for a person where these are set', () => {
    const exits = exitsOf({
      choices: [{ digits: '0' }],
      choices_from: '{{ vars.orders }}',
      operator_key: '*',
    });
    expect(exits.slice(0, 3)).toEqual(['0', 'chosen', 'operator']);
  });
});

describe('a menu complains', () => {
  test('when there is nothing to choose', () => {
    expect(complaintsAt({ prompts })).toEqual(['choices']);
    expect(complaintsAt({ prompts, choices_from: '{{ vars.orders }}' })).toEqual([]);
  });

  test('when a key stands for two things', () => {
    expect(complaintsAt({ prompts, choices, repeat_key: '1' })).toEqual(['repeat_key']);
    expect(complaintsAt({ prompts, choices, repeat_key: '*', operator_key: '*' })).toEqual(['operator_key']);
  });

  test('when the list would need a key that is taken', () => {
    expect(complaintsAt({ prompts, choices, choices_from: '{{ vars.orders }}' })).toEqual(['choices_from']);
    const keys = { choices_from: '{{ vars.orders }}', repeat_key: '*', operator_key: '3' };
    expect(complaintsAt({ prompts, ...keys })).toEqual(['operator_key']);
    const short = { prompts, choices_from: '{{ vars.orders }}', list_limit: 3 };
    expect(complaintsAt({ ...short, choices: [{ digits: '4' }] })).toEqual([]);
    expect(complaintsAt({ ...short, choices: [{ digits: '3' }] })).toEqual(['choices_from']);
  });

  test('about a prompt that is both words and a sound, or neither', () => {
    const isRight = (prompt: object) => menu.params.safeParse({ prompts: [prompt], choices }).success;
    expect(isRight({ text: 'Hello.' })).toBe(true);
    expect(isRight({ audio_url: 'https://example.com/a.mp3' })).toBe(true);
    expect(isRight({ text: 'Hello.', audio_url: 'https://example.com/a.mp3' })).toBe(false);
    expect(isRight({})).toBe(false);
  });
});
