import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseConversation } from './conversation.ts';
import { stepSchemas } from './steps.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('shows in the README a conversation that can be read', () => {
  const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  expect(parseConversation(JSON.parse(example))).toMatchObject({ ok: true });
});

it('explains in the README every step there is', () => {
  for (const name of Object.keys(stepSchemas)) expect(readme).toContain(`\`${name}\``);
});
