import { defineAction } from '../action.ts';
import { hasAi } from '../activities/ai.ts';
import { tellAll } from '../activity.ts';
import { ok, refusedWith } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { messagesRefusals, toMessages } from '../parameters/messages.ts';
import { flag, list } from '../parameters/row.ts';

export const aiAssistantAddMessages = defineAction({
  name: 'ai_assistant_add_messages',
  parameters: { ...everyCommand, messages: list(), trigger_response: flag() },
  alsoRefuses: ({ messages }) => messagesRefusals('messages', messages),
  run(turn, leg, values) {
    // The code of this refusal is not documented.
    if (!hasAi(leg)) return refusedWith(422, '90102', 'No AI conversation is running on this call.');
    const added = { messages: toMessages(values.messages), answersNow: values.trigger_response === true };
    tellAll(leg, (activity) => turn.rulesOf(activity).onMessages(turn, leg, activity, added));
    return ok();
  },
});
