import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { definitions } from '@gatherline/flow';
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

describe.each(definitions)('$type', (definition) => {
  const { type } = definition;
  const shown = played.filter(({ conversation }) => conversation.shows.includes(type));

  it('is shown by two conversations at least', () => {
    const advice = `Add conversations to packages/conversations/conversations/${type}/ that show ${type}: two at least.`;
    expect(shown.length, advice).toBeGreaterThanOrEqual(2);
  });

  it('is met by every conversation that says it shows it', () => {
    for (const { name, flow, playing } of shown) {
      const met = playing.trace.some(
        (line) => line.kind === 'entered' && flow.nodes[line.node]?.type === type,
      );
      expect(met, `${name} shows ${type}, but its call never gets to such a node.`).toBe(true);
    }
  });

  it('is left by each of its exits in some conversation', () => {
    const left = new Set(played.flatMap(({ playing }) => exitsOf(playing, type)));
    const exits = [...definition.exits({}), ...definition.exits(definition.defaults)].map(({ id }) => id);
    for (const exit of new Set(exits)) {
      expect(left, `Add a conversation in which ${type} is left by ${exit}.`).toContain(exit);
    }
  });

  it('writes each of its outputs in some conversation', () => {
    const written = new Set(
      played.flatMap(({ flow, playing }) =>
        playing.trace.flatMap((line) =>
          line.kind === 'set' && flow.nodes[line.node]?.type === type ? Object.keys(line.outputs ?? {}) : [],
        ),
      ),
    );
    for (const { name } of definition.outputs(definition.defaults)) {
      expect(written, `Add a conversation in which ${type} writes ${name}.`).toContain(name);
    }
  });
});

function exitsOf({ exitsLeft }: Playing, type: string): readonly string[] {
  return exitsLeft.filter((left) => left.type === type).map(({ exit }) => exit);
}
