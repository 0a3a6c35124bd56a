import { readFileSync } from 'node:fs';
import { flowProblems, writeFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
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

describe('toDialogue', () => {
  it('tells a conversation line by line', () => {
    const file = readyMadeConversations().find(({ path }) => path.endsWith('clinic/hears-the-address.json'));
    expect(file && toDialogue(file.conversation)).toContain('**Caller** presses 3');
  });
});
