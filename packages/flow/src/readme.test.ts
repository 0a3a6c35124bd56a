import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('shows an example in the README that compiles', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('readme.example.ts')}\`\`\``);
});
