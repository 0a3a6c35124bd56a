import type { JsonObject } from '../json.ts';
import { createHarness } from './harness.ts';

export const assistant = { id: 'assistant-d9082b56', instructions: 'Help with bookings.' };

/** What comes when a conversation is over. */
export const ended = ['call.conversation.ended', 'call.conversation_insights.generated'];

/** A call on which an assistant talks. */
export function talking(body: Record<string, unknown> = {}, script = {}) {
  const harness = createHarness({ script });
  const id = harness.answeredCall();
  const reply = harness.does('ai_assistant_start', id, { assistant, ...body });
  return {
    harness,
    id,
    reply,
    says: (text: string, fills?: JsonObject) => {
      harness.pass(4000);
      harness.act(id, { kind: 'say', text, fills });
    },
    adds: (messages: Record<string, string>[], more: Record<string, unknown> = {}) =>
      harness.does('ai_assistant_add_messages', id, { messages, ...more }),
  };
}
