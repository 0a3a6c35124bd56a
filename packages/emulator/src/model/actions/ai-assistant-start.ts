import { defineAction } from '../action.ts';
import { hasAi } from '../activities/ai.ts';
import { startAssistant } from '../activities/assistant.ts';
import { beginTalk } from '../activities/talk.ts';
import { ok, refusedWith } from '../errors.ts';
import { memberRefusals } from '../parameters/check.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { messagesRefusals, toMessages } from '../parameters/messages.ts';
import { isString, list } from '../parameters/row.ts';
import { participantsRefusals, storedAssistant, talking, talkingRefusals } from '../parameters/talking.ts';
import { nextUuid } from '../turn.ts';
import { talkSettings } from './talk-settings.ts';

export const aiAssistantStart = defineAction({
  name: 'ai_assistant_start',
  parameters: { ...everyCommand, ...talking, message_history: list(), participants: list() },
  alsoRefuses: (values) => [
    ...talkingRefusals(values),
    ...memberRefusals('assistant', values.assistant, storedAssistant),
    ...messagesRefusals('message_history', values.message_history),
    ...participantsRefusals(values.participants),
  ],
  run(turn, leg, values) {
    if (hasAi(leg)) return refusedWith(422, '90061', 'An AI Assistant is already in progress on this call.');
    const { assistant, greeting } = values;
    const id = assistant?.['id'];
    const ownGreeting = assistant?.['greeting'];
    const conversationId = nextUuid(turn);
    const talk = beginTalk(turn, {
      ...talkSettings(values),
      conversationId,
      // Which assistant speaks when none is named is not documented.
      assistantId: isString(id) ? id : `assistant-${nextUuid(turn)}`,
      action: 'ai_assistant_start',
      language: null,
      history: toMessages(values.message_history),
    });
    startAssistant(turn, leg, {
      talk,
      greeting: greeting || (isString(ownGreeting) ? ownGreeting : '') || null,
    });
    return ok({ conversation_id: conversationId });
  },
});
