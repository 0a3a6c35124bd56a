import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseConversation } from './conversation.ts';
import { readyMadeConversations } from './files/index.ts';
import { stepSchemas } from './steps.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('shows in the README a conversation that is played', () => {
  const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const reading = parseConversation(JSON.parse(example));
  const played = readyMadeConversations().map(({ conversation }) => conversation);
  const shown = reading.ok ? played.find(({ name }) => name === reading.conversation.name) : undefined;
  expect(shown?.steps).toEqual(reading.ok && reading.conversation.steps);
});

it('explains in the README every step there is', () => {
  for (const name of Object.keys(stepSchemas)) expect(readme).toContain(`\`${name}\``);
});
