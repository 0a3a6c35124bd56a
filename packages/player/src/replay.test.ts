import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import { replay, shownCall } from '@gatherline/engine';
import { describe, expect, it } from 'vitest';
import { playConversation } from './play-conversation.ts';

const played = readyMadeConversations().map((file) => {
  const reading = flowOf(file);
  if (!reading.ok) throw new Error(`${file.path}: ${reading.message}`);
  const { flow } = reading;
  return {
    ...file,
    name: file.path.split('/').slice(-2).join('/'),
    flow,
    ...playConversation(file.conversation, { flow }),
  };
});

const isMasked = (line: object) => JSON.stringify(line).includes('••••');
const open = played.filter(({ trace }) => !trace.some(isMasked));
const confidential = played.filter(({ trace }) => trace.some(isMasked));

describe('the trace of a call is enough to go through it again', () => {
  it.each(open)('$name', ({ flow, trace, call }) => {
    const again = replay(flow, JSON.parse(JSON.stringify(trace)));
    if (again === null) throw new Error('The trace does not say how the call began.');
    expect(again.trace).toEqual(trace);
    const { chances: _chances, ...end } = shownCall(flow, again.call);
    expect(JSON.parse(JSON.stringify(end))).toEqual(JSON.parse(JSON.stringify(call)));
  });
});

describe('what was entered in confidence is not in the trace, so a call is gone through as far as that', () => {
  it.each(confidential)('$name', ({ flow, trace }) => {
    const again = replay(flow, JSON.parse(JSON.stringify(trace)));
    const first = trace.findIndex(isMasked);
    expect(first).toBeGreaterThan(0);
    expect(again?.trace.slice(0, first + 1)).toEqual(trace.slice(0, first + 1));
  });
});

it('is not enough in the trace of an older version, whose beginning says less', () => {
  const [example] = open;
  const older = example?.trace.map((line) =>
    line.kind === 'began' ? { ...line, call: { from: '', to: '', direction: 'incoming' } } : line,
  );
  expect(example && replay(example.flow, older ?? [])).toBeNull();
});
