import { readFileSync } from 'node:fs';
import { writeFlow } from '@gatherline/flow';
import { expect, it } from 'vitest';
import { complaintsAbout } from './readme.example.ts';
import { flowWith } from './testing/example-flow.ts';

it('shows an example in the README that works', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('readme.example.ts')}\`\`\``);

  const flow = flowWith({
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello {{ vars.name }}.' }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  });
  const call = (hears: string) => ({ name: 'A call', flow: 'example', steps: [{ hears }] });
  expect(complaintsAbout(writeFlow(flow), call('Hello'))).toEqual([]);
  expect(complaintsAbout(writeFlow(flow), call('Hello Ana'))).toEqual([
    'Step 1, {"hears":"Hello Ana"}: the caller hears “Hello .” instead.',
    'At hello: Nothing came of {{ vars.name }} in payload.',
  ]);
});
