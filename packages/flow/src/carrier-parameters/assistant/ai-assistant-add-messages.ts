import { z } from 'zod';
import { assistantMessages } from './assistant-messages.ts';
import { yesNo } from '../parts/values.ts';

/** Parameters of `ai_assistant_add_messages`; the engine adds `client_state` and `command_id`. */
export const aiAssistantAddMessagesParams = z.object({
  messages: assistantMessages,
  trigger_response: yesNo().optional().meta({
    title: 'Let the assistant answer at once',
    help: 'Without it, the assistant takes the messages into account the next time it speaks. With it, it may talk over the caller.',
    group: 'main',
  }),
});
