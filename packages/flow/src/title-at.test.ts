import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { definitionOf } from './nodes/index.ts';
import { titleAt } from './title-at.ts';

describe('the title of a field', () => {
  const inside = (type: string, path: readonly PropertyKey[]) =>
    titleAt(definitionOf(type)?.params ?? z.object({}), path);

  it.each([
    ['speak', ['payload'], 'What to say'],
    ['menu', ['prompts', 0, 'text'], 'What to ask, entry 1, Words'],
    ['http_request', ['headers', 1, 'value'], 'Headers, entry 2, Value'],
    ['http_request', ['auth', 'token'], 'Sign in, Token'],
    ['speak', ['payload', 'es-MX'], 'What to say, es-MX'],
    ['http_request', ['body', 'slot', 0], 'What to send, slot, entry 1'],
    ['speak', ['nothing_of_ours'], 'nothing_of_ours'],
    ['speak', [], 'The parameters'],
  ])('of %s at %j is “%s”', (type, path, title) => {
    expect(inside(type, path)).toBe(title);
  });
});
