import { flowOf, readyMadeConversations } from '@gatherline/conversations/files';
import type { Accidents } from '@gatherline/emulator';
import { playOver } from '@gatherline/player';
import { expect, it } from 'vitest';
import { openConversationLine } from './conversation-line.ts';

/** A test for each conversation that comes with Gatherline, over HTTP, each with a service and a carrier of its own. */
export function playConversations(accidents: Accidents = {}): void {
  const conversations = readyMadeConversations().map((file) => {
    const reading = flowOf(file);
    if (!reading.ok) throw new Error(`${file.path}: ${reading.message}`);
    const name = file.path.split('/').slice(-2).join('/');
    return { name, conversation: file.conversation, flow: reading.flow };
  });
  it.each(conversations)('$name', async ({ conversation, flow }) => {
    const line = await openConversationLine(conversation, { flow, accidents });
    expect(await playOver(line, conversation)).toEqual({ ok: true });
  });
}
