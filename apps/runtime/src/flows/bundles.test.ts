import { describe, expect, it, onTestFinished } from 'vitest';
import { createDocumentCache, type DocumentCache } from '../store/document-cache.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { flowOf } from '../testing/flows.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createCompleteLibrary } from './complete-library.ts';
import { createStoredLibrary } from './stored-library.ts';

const resources = { valuesFor: async () => ({ values: {}, missing: [] }) };

const desk = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'enter' } },
    enter: { type: 'subflow', params: { flow: 'news' }, exits: { returned: 'bye' } },
    bye: { type: 'hangup' },
  },
  { id: 'desk' },
);

function newsOf(payload: string) {
  const nodes = {
    incoming: { type: 'start', params: { answer: false }, exits: { incoming: 'say' } },
    say: { type: 'speak', params: { payload }, exits: { done: 'back' } },
    back: { type: 'return' },
  };
  return flowOf(nodes, { id: 'news' });
}

/** A library whose desk answers and enters the news; `parsed` names the documents that were read, each time. */
async function openLibrary() {
  const parsed: string[] = [];
  const cache = createDocumentCache();
  const documents: DocumentCache = (hash, readText) =>
    cache(hash, () => {
      parsed.push(hash);
      return readText();
    });
  const store = await openSqliteStore(temporaryFolder(), { documents });
  onTestFinished(() => store.close());
  const library = createCompleteLibrary(createStoredLibrary(store.flows, Date.now), { resources, documents });
  for (const flow of [newsOf('The old news.'), desk]) {
    await library.create(flow);
    await library.publish(flow.id, 1);
  }
  await library.saveRouting({ routes: [], defaultFlow: 'desk' }, 1);
  const answering = async () => {
    const flowVersion = await library.versionFor('+13125550100', null);
    if (flowVersion === null) throw new Error('Nothing answers.');
    return flowVersion.document;
  };
  return { library, documents, parsed, answering };
}

describe('a flow that enters another one', () => {
  it('is read, put together and hashed once for all calls', async () => {
    const { documents, parsed, answering } = await openLibrary();
    const first = await answering();
    documents(first.hash, () => first.text);
    const before = parsed.length;
    for (let call = 0; call < 5; call += 1) {
      const again = await answering();
      expect(again).toBe(first);
      documents(again.hash, () => again.text);
    }
    expect(parsed.slice(before)).toEqual([]);
    expect(new Set(parsed).size).toBe(parsed.length);
  });

  it('is put together anew when either of them is published anew', async () => {
    const { library, answering } = await openLibrary();
    const first = await answering();
    await library.save('news', newsOf('The new news.'), 1);
    await library.publish('news', 2);
    const second = await answering();
    expect(second.text).toContain('The new news.');
    await library.save('desk', { ...desk, name: 'Another desk' }, 1);
    await library.publish('desk', 2);
    const third = await answering();
    expect(new Set([first, second, third].map(({ hash }) => hash)).size).toBe(3);
  });
});
