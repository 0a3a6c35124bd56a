import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowProblems, writeFlow } from '@gatherline/flow';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Conversation, parseConversation } from '../conversation.ts';
import { toDialogue } from '../dialogue.ts';
import {
  flowOf,
  readConversations,
  readyMadeConversations,
  readyMadeFlows,
  UnreadableFileError,
} from './index.ts';

const LINES_OF_A_SCREEN = 60;

describe('the ready-made flows', () => {
  it.each(readyMadeFlows())('$id is written the canonical way and can be published', ({ text, flow }) => {
    expect(text).toBe(writeFlow(flow));
    expect(flowProblems(flow).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('stand on the grid of the canvas', () => {
    for (const { flow } of readyMadeFlows()) {
      expect(Object.keys(flow.layout).toSorted()).toEqual(Object.keys(flow.nodes).toSorted());
      expect(
        Object.values(flow.layout)
          .flat()
          .every((pixels) => Number(pixels) % 20 === 0),
      ).toBe(true);
    }
  });
});

describe('the ready-made conversations', () => {
  const files = readyMadeConversations().map((file) => ({
    ...file,
    name: file.path.split('/').slice(-2).join('/'),
  }));

  it.each(files)('$name has a flow and fits on a screen', (file) => {
    expect(flowOf(file)).toMatchObject({ ok: true });
    expect(readFileSync(file.path, 'utf8').split('\n').length).toBeLessThanOrEqual(LINES_OF_A_SCREEN);
  });

  it('have names of their own', () => {
    const names = files.map(({ conversation, path }) => `${path.split('/').at(-2)}: ${conversation.name}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('readConversations', () => {
  it('says which file does not exist', () => {
    expect(() => readConversations('/no/such/folder')).toThrow(UnreadableFileError);
  });

  it('says which field to mend', () => {
    const readme = new URL('../../package.json', import.meta.url).pathname;
    expect(() => readConversations(readme)).toThrow(/package\.json: /);
  });
});

describe('flowOf', () => {
  it('finds a flow in the folder flows above the conversation, and leaves other JSON files alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatherline-conversations-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'flows'));
    mkdirSync(join(folder, 'calls'));
    const nodes = { incoming: { type: 'start' } };
    const flow = { format: 'gatherline/flow@1', id: 'front_desk', name: 'Our own', nodes };
    writeFileSync(join(folder, 'flows/front_desk.flow.json'), JSON.stringify(flow));
    writeFileSync(join(folder, 'gatherline.json'), '{ "routes": [] }');
    const call = { name: 'A call', flow: 'front_desk', steps: [{ hangs_up: true }] };
    writeFileSync(join(folder, 'calls/a-call.json'), JSON.stringify(call));

    const files = readConversations(folder);
    expect(files.map(({ conversation }) => conversation.name)).toEqual(['A call']);
    expect(files.map(flowOf)).toMatchObject([{ ok: true, flow: { name: 'Our own' } }]);
  });

  it('says that there is no such flow', () => {
    const conversation = parsed({ name: 'A call', flow: 'nowhere', steps: [{ hangs_up: true }] });
    const reading = flowOf({ path: '/calls/a-call.json', conversation });
    expect(reading).toMatchObject({
      ok: false,
      message: 'There is no flow "nowhere" near /calls/a-call.json.',
    });
  });
});

function parsed(value: unknown): Conversation {
  const reading = parseConversation(value);
  if (!reading.ok) throw new Error(reading.message);
  return reading.conversation;
}

describe('toDialogue', () => {
  it('tells a conversation line by line', () => {
    const file = readyMadeConversations().find(({ path }) => path.endsWith('clinic/hears-the-address.json'));
    expect(file && toDialogue(file.conversation)).toContain('**Caller** presses 3');
  });
});
