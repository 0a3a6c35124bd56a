import { readdirSync, readFileSync } from 'node:fs';
import { type Flow, readFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { lint } from '../lint.ts';
import { rules } from './index.ts';

const here = new URL('./', import.meta.url);

function read(file: string): Flow {
  const reading = readFlow(readFileSync(new URL(file, here), 'utf8'));
  if (!reading.ok) throw new Error(`${file} is not a flow: ${JSON.stringify(reading.problems)}`);
  return reading.flow;
}

function rulesBroken(flow: Flow): readonly string[] {
  return [...new Set(lint(flow).map(({ rule }) => rule))];
}

/** What holds the field that a path leads to; the field itself may be missing. */
function holderOf(place: unknown, path: readonly (string | number)[]): unknown {
  return path.slice(0, -1).reduce<unknown>((held, key) => Reflect.get(Object(held), key), place);
}

describe.each(rules)('$name', (rule) => {
  it('finds nothing in its good flow', () => {
    expect(rulesBroken(read(`${rule.name}.good.json`))).not.toContain(rule.name);
  });

  it('is the only rule that its bad flow breaks', () => {
    expect(rulesBroken(read(`${rule.name}.bad.json`))).toEqual([rule.name]);
  });

  it('says what is wrong, what to do and which field to mend', () => {
    const flow = read(`${rule.name}.bad.json`);
    for (const { message, cure, node, path } of lint(flow)) {
      expect(message).toMatch(/^\S.*[.]$/);
      expect(cure).toMatch(/^\S.*[.]$/);
      const place: unknown = node === undefined ? flow : flow.nodes[node];
      expect(holderOf(place, path ?? ['nowhere', 'to', 'be', 'found'])).toEqual(expect.any(Object));
    }
  });
});

describe('the list of rules', () => {
  it('names every rule once, by the name of its file', () => {
    const files = readdirSync(here)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
      .map((file) => file.replace(/\.ts$/, ''));
    expect(rules.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
  });
});
