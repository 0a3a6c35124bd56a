import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const packages = globSync('packages/*/package.json', { cwd: join(import.meta.dirname, '..') }).map(dirname);

describe.each(packages)('the README of %s', (folder) => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, '..', folder, file), 'utf8');

  test('shows an example that compiles, or the commands to type', () => {
    const example = /```ts
(.*?)```/s.exec(readme())?.[1];
    expect(example ?? readme()).toContain(example === undefined ? '```sh' : read('src/readme.example.ts'));
  });

  test('says what the package may not do', () => {
    expect(readme()).toMatch(/may not|must not|does not|never/i);
  });

  function readme(): string {
    return read('README.md');
  }
});
