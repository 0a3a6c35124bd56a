import { describe, expect, it } from 'vitest';
import { readableWords } from './readable-words.ts';

describe('words with values in them', () => {
  it.each([
    ['See you at {{ nodes.book.body.time }}.', 'See you at {time}.'],
    ['{{ call.from }}', '{call from}'],
    ['GET {{resources.crm_url}}/customers', 'GET {crm url}/customers'],
    ['Hello {{- vars.first_name | capitalize -}}!', 'Hello {first name}!'],
    ['{{ nodes.slots.body[0].id }}', '{id}'],
    ['Goodbye.', 'Goodbye.'],
    ['{% if vars.urgent %}Now{% endif %}', '{% if vars.urgent %}Now{% endif %}'],
  ])('%j reads %j', (text, words) => {
    expect(readableWords(text)).toBe(words);
  });
});
