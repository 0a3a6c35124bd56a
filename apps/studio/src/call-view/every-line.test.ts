import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { traceEntrySchema } from '@gatherline/engine';
import { playConversation } from '@gatherline/player';
import { expect, it } from 'vitest';
import { readTraceEntry } from '../api/index.ts';
import { stepNames } from './step-names.ts';
import { wordsOf } from './trace-words.ts';

const calls = readyMadeConversations().map((file) => {
  const reading = flowOf(file);
  if (!reading.ok) throw new Error(reading.message);
  const { flow } = reading;
  return { flow, trace: playConversation(file.conversation, { flow }).trace };
});
const lines = calls.flatMap(({ trace }) => trace);

it('reads every line that a call brings about, with all that it holds', () => {
  expect(lines.map((line) => readTraceEntry(JSON.parse(JSON.stringify(line))))).toEqual(lines);
});

it('meets every kind of line, and every way in which a step is left', () => {
  const met = new Set(lines.flatMap((line) => (line.kind === 'left' ? ['left', line.via] : [line.kind])));
  const all = traceEntrySchema.options.flatMap(({ shape }) => [
    shape.kind.value,
    ...('via' in shape ? shape.via.options : []),
  ]);
  expect(all.filter((one) => !met.has(one))).toEqual([]);
});

it('says it without a name that only programs use', () => {
  const strange = /(^|[ “])(call|command|http|time|nodes)\.[a-z]|\$|\bvisit\b|undefined$|no words|“”/;
  const said = calls.flatMap(({ flow, trace }) => {
    const names = stepNames({ answering: flow, entered: new Map(Object.entries(flow.subflows ?? {})) });
    return trace.map((entry) => wordsOf(entry, names).text);
  });
  expect([...new Set(said)].filter((words) => strange.test(words))).toEqual([]);
});
