import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { complaintsAbout } from './readme.example.ts';

it('shows in the README an example that works', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('./readme.example.ts', import.meta.url), 'utf8');
  const bad = readFileSync(new URL('./rules/missing-start.bad.json', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
  expect(complaintsAbout(bad)).toEqual([expect.stringMatching(/^error: nodes: The flow has no start/)]);
});
