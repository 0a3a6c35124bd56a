import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompleteLibrary } from '../src/flows/complete-library.ts';
import { createStoredLibrary } from '../src/flows/stored-library.ts';
import { createDocumentCache } from '../src/store/document-cache.ts';
import { openSqliteStore } from '../src/store/sqlite/open.ts';

const steps = 300;
const calls = 200;

const resources = { valuesFor: async () => ({ values: {}, missing: [] }) };

const head = {
  format: 'gatherline/flow@1',
  settings: { language: 'en-US', voice: 'Telnyx.KokoroTTS.af' },
};
const desk = {
  ...head,
  id: 'desk',
  name: 'Desk',
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'enter' } },
    enter: { type: 'subflow', params: { flow: 'entered' }, exits: { returned: 'bye' } },
    bye: { type: 'hangup' },
  },
};
const spoken = Array.from({ length: steps }, (_, index) => {
  const next = index + 1 < steps ? `say_${index + 1}` : 'back';
  return [
    `say_${index}`,
    { type: 'speak', params: { payload: `Sentence ${index}.` }, exits: { done: next } },
  ];
});
const entered = {
  ...head,
  id: 'entered',
  name: 'Entered',
  nodes: {
    incoming: { type: 'start', params: { answer: false }, exits: { incoming: 'say_0' } },
    ...Object.fromEntries(spoken),
    back: { type: 'return' },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'gatherline-bench-'));
const store = await openSqliteStore(folder);
try {
  const setUp = open();
  for (const flow of [entered, desk]) {
    await setUp.library.create(flow);
    await setUp.library.publish(flow.id, 1);
  }
  await setUp.library.saveRouting({ routes: [], defaultFlow: 'desk' }, 1);

  const known = open();
  await land(known);
  // By turns, so that what the machine does besides falls on both.
  const tookMs: Record<'first' | 'later', number[]> = { first: [], later: [] };
  for (let call = 0; call < calls; call += 1) {
    tookMs.first.push(await timed(() => land(open())));
    tookMs.later.push(await timed(() => land(known)));
  }
  print(middle(tookMs.first), middle(tookMs.later));
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

type Opened = ReturnType<typeof open>;

/** A library that has read nothing yet. */
function open() {
  const documents = createDocumentCache();
  const library = createCompleteLibrary(createStoredLibrary(store.flows, Date.now), { resources, documents });
  return { library, documents };
}

/** What an arriving call waits for before its first event is stored: the flow that answers, with the one it enters. */
async function land({ library, documents }: Opened): Promise<void> {
  const flowVersion = await library.versionFor('+13125550100', null);
  if (flowVersion === null) throw new Error('Nothing answers.');
  const { hash, text } = flowVersion.document;
  documents(hash, () => text);
}

async function timed(act: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

function middle(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

function print(firstMs: number, laterMs: number): void {
  const round = (value: number) => Number(value.toPrecision(3));
  console.log(`\nA call that lands on a flow which enters one of ${steps} steps, the middle of ${calls}`);
  console.table({
    'read and put together for this call': { ms: round(firstMs) },
    'put together for an earlier call': { ms: round(laterMs) },
    'ratio (later to first)': { ms: round(laterMs / firstMs) },
  });
}
