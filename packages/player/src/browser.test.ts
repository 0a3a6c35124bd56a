import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { parseConversation } from '@gatherline/conversations';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { playConversation } from './play-conversation.ts';
import { flowWith } from './testing/example-flow.ts';

/** What a browser gives that the language itself does not. */
const browser = {
  atob,
  btoa,
  crypto,
  performance,
  structuredClone,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
};

const flow = flowWith({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: {
    type: 'gather_using_speak',
    params: { payload: 'Hello {{ call.from }}. Press 1.', choices: [{ digits: '1' }] },
    exits: { 1: 'bye' },
  },
  bye: { type: 'hangup' },
});
const steps = [{ hears: 'Hello +13125550142.' }, { presses: '1' }, { ends: 'flow' }];

let chunks: readonly Rolldown.OutputChunk[] = [];

beforeAll(async () => {
  const entry = fileURLToPath(new URL('index.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'player' } },
  });
  chunks = [built]
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .filter((file) => file.type === 'chunk');
});

it('imports no module of Node, nor does anything that it imports', () => {
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  expect(modules.length).toBeGreaterThan(100);
  expect(modules.filter((id) => /browser-external|node:/.test(id))).toEqual([]);
});

it('plays a conversation where there is a browser and no Node, the same way', () => {
  const reading = parseConversation({ name: 'A call', flow: 'example', steps });
  if (!reading.ok) throw new Error(reading.message);
  const given = JSON.stringify({ conversation: reading.conversation, flow });
  const played: unknown = runInNewContext(
    `${chunks.map(({ code }) => code).join('\n')}; const given = ${given}; JSON.stringify(player.playConversation(given.conversation, given));`,
    browser,
  );
  const here = playConversation(reading.conversation, { flow });
  expect(here.failure).toBeUndefined();
  expect(JSON.parse(String(played))).toEqual(JSON.parse(JSON.stringify(here)));
});
