import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { definitions, type Flow, FORMAT, parseFlow, type RunnableFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { type Playing, playConversation } from './play-conversation.ts';

const played = readyMadeConversations().map((file) => {
  const reading = flowOf(file);
  if (!reading.ok) throw new Error(`${file.path}: ${reading.message}`);
  const playing = playConversation(file.conversation, { flow: reading.flow });
  const name = file.path.split('/').slice(-2).join('/');
  return { ...file, name, flow: reading.flow, playing };
});

describe('every conversation goes as it says', () => {
  it.each(played)('$name: $conversation.name', ({ playing }) => {
    expect(playing.failure).toBeUndefined();
  });
});

it('says why for each step that is left by error, and each request that comes to nothing', () => {
  const unwell = ['error', 'failed', 'http_error'];
  const silent = played.flatMap(({ name, playing }) =>
    playing.trace
      .flatMap((line) => (line.kind === 'left' && unwell.includes(line.exit) ? [line] : []))
      .filter(({ why }) => why === undefined)
      .map(({ node, exit }) => `${name}: no word of why ${node} is left by ${exit}.`),
  );
  expect(silent).toEqual([]);
});

it('shows only node types that exist', () => {
  const types = definitions.map(({ type }) => type);
  const wrong = played.filter(({ conversation }) => conversation.shows.some((type) => !types.includes(type)));
  expect(wrong.map(({ name, conversation }) => `${name} shows ${conversation.shows.join(', ')}.`)).toEqual(
    [],
  );
});

describe.each(definitions)('$type', (definition) => {
  const { type } = definition;
  const shown = played.filter(({ conversation }) => conversation.shows.includes(type));

  it('may stand in a draft as it comes from the palette, each of its exits wired', () => {
    const exits = Object.fromEntries(definition.exits(definition.defaults).map(({ id }) => [id, 'fresh']));
    const fresh = { type, params: definition.defaults, exits };
    const reading = parseFlow({ format: FORMAT, id: 'draft', name: 'Draft', nodes: { fresh } });
    expect(reading).toMatchObject({ ok: true, flow: { nodes: { fresh } } });
  });

  it('is shown by two conversations at least', () => {
    const advice = `Add conversations to packages/conversations/conversations/${type}/ that show ${type}: two at least.`;
    expect(shown.length < 2 ? [advice] : []).toEqual([]);
  });

  it('is met by every conversation that says it shows it', () => {
    const missed = shown.filter(({ flow, playing }) => !typesMet(playing, flow).includes(type));
    expect(missed.map(({ name }) => `${name} shows ${type}, but its call never gets there.`)).toEqual([]);
  });

  it('is left by each of its exits in some conversation', () => {
    const left = new Set(played.flatMap(({ playing }) => exitsOf(playing, type)));
    const exits = [...definition.exits({}), ...definition.exits(definition.defaults)].map(({ id }) => id);
    const missing = [...new Set(exits)].filter((exit) => !left.has(exit));
    expect(missing.map((exit) => `Add a conversation in which ${type} is left by ${exit}.`)).toEqual([]);
  });

  it('writes each of its outputs in some conversation', () => {
    const written = new Set(played.flatMap(({ flow, playing }) => outputsWritten(playing, flow, type)));
    const missing = definition.outputs(definition.defaults).filter(({ name }) => !written.has(name));
    expect(missing.map(({ name }) => `Add a conversation in which ${type} writes ${name}.`)).toEqual([]);
  });
});

it('says of every step in the trace in which flow it stands', () => {
  const lost = played.flatMap(({ name, flow, playing }) =>
    playing.trace.flatMap((line) => {
      if (!('node' in line) || typeof line.node !== 'string' || line.node.startsWith('$')) return [];
      const place = line.flow === undefined ? flow : flow.subflows?.[line.flow];
      return place?.nodes[line.node] === undefined ? [`${name}: ${line.kind} ${line.node}`] : [];
    }),
  );
  expect(lost).toEqual([]);
});

function typesMet({ trace }: Playing, flow: RunnableFlow): readonly string[] {
  return trace.flatMap((line) => {
    if (line.kind !== 'entered') return [];
    const entered = line.flow === undefined ? flow : flow.subflows?.[line.flow];
    return entered?.nodes[line.node]?.type ?? [];
  });
}

function outputsWritten({ trace }: Playing, flow: Flow, type: string): readonly string[] {
  return trace.flatMap((line) =>
    line.kind === 'set' && flow.nodes[line.node]?.type === type ? Object.keys(line.outputs ?? {}) : [],
  );
}

function exitsOf({ exitsLeft }: Playing, type: string): readonly string[] {
  return exitsLeft.filter((left) => left.type === type).map(({ exit }) => exit);
}
