import { traceEntrySchema } from '@gatherline/engine';
import { playConversation } from '@gatherline/engine/testing';
import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { describe, expect, it } from 'vitest';
import { readTraceEntry } from './read-trace-entry.ts';

const lines = readyMadeConversations().flatMap((file) => {
  const reading = flowOf(file);
  return reading.ok ? playConversation(file.conversation, { flow: reading.flow }).trace : [];
});

describe('a line of a call', () => {
  it('of every kind that the conversations bring about is read, with all that it holds', () => {
    for (const line of lines) expect(readTraceEntry(JSON.parse(JSON.stringify(line)))).toEqual(line);
  });

  it('is brought about by some conversation, whatever its kind', () => {
    const kinds = traceEntrySchema.options.map(({ shape }) => shape.kind.value);
    const told = new Set(lines.map(({ kind }) => kind));
    expect(kinds.filter((kind) => !told.has(kind))).toEqual([]);
  });

  it('is brought about by some conversation, however a step is left', () => {
    const left = traceEntrySchema.options.flatMap(({ shape }) => ('via' in shape ? shape.via.options : []));
    const ways = new Set(lines.map((line) => line.kind === 'left' && line.via));
    expect(left.filter((via) => !ways.has(via))).toEqual([]);
  });

  const at = '2026-01-01T00:00:00Z';

  it('of a kind, or of a form, that this studio does not know is kept as it came', () => {
    const levitated = { at, kind: 'levitated', node: 'welcome' };
    const left = { at, kind: 'left', node: 'welcome', visit: 1, exit: 'done', to: null, via: 'teleport' };
    expect(readTraceEntry(levitated)).toEqual({ at, kind: 'unknown', line: levitated });
    expect(readTraceEntry(left)).toEqual({ at, kind: 'unknown', line: left });
  });

  it('keeps what a newer service has added to it', () => {
    const entered = { at, kind: 'entered', node: 'welcome', visit: 1, params: {}, mood: 'good' };
    expect(readTraceEntry(entered)).toEqual(entered);
  });

  it('is an object', () => {
    for (const value of ['nonsense', null, undefined, 7, []]) expect(readTraceEntry(value)).toBeNull();
  });
});
