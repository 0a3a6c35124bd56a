import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import type { Accidents } from '@gatherline/emulator';
import { playOver } from '@gatherline/engine/testing';
import { describe, expect, it } from 'vitest';
import { openConversationLine } from './testing/conversation-line.ts';

const conversations = readyMadeConversations().map((file) => {
  const reading = flowOf(file);
  if (!reading.ok) throw new Error(`${file.path}: ${reading.message}`);
  return {
    conversation: file.conversation,
    flow: reading.flow,
    name: file.path.split('/').slice(-2).join('/'),
  };
});

const roads: readonly { readonly road: string; readonly accidents: Accidents }[] = [
  {
    road: 'with a fifth of the webhooks coming twice and a fifth late',
    accidents: { duplicate: 0.2, reorder: 0.2, seed: 5 },
  },
];

describe.each(roads)('every conversation ends as it says over HTTP, $road', ({ accidents }) => {
  it.each(conversations)('$name', async ({ conversation, flow }) => {
    const line = await openConversationLine(conversation, { flow, accidents });
    expect(await playOver(line, conversation)).toEqual({ ok: true });
  });
});
