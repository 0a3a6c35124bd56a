import { defineAction } from '../action.ts';
import { startAiGather } from '../activities/ai-gather.ts';
import { hasAi } from '../activities/ai.ts';
import { beginTalk } from '../activities/talk.ts';
import { ok, refusedWith } from '../errors.ts';
import { aiGatherParameters } from '../parameters/ai-gather.ts';
import { memberRefusals } from '../parameters/check.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { toMessages } from '../parameters/messages.ts';
import { inlineAssistant, talkingRefusals } from '../parameters/talking.ts';
import { nextUuid } from '../turn.ts';
import { fieldsOf } from '../words/understand.ts';
import { talkSettings } from './talk-settings.ts';

export const gatherUsingAi = defineAction({
  name: 'gather_using_ai',
  parameters: { ...everyCommand, ...aiGatherParameters },
  alsoRefuses: (values) => [
    ...talkingRefusals(values),
    ...memberRefusals('assistant', values.assistant, inlineAssistant),
  ],
  run(turn, leg, values) {
    if (hasAi(leg)) return refusedWith(422, '90061', 'An AI Assistant is already in progress on this call.');
    const { required } = values.parameters;
    const conversationId = nextUuid(turn);
    startAiGather(turn, leg, {
      talk: beginTalk(turn, {
        ...talkSettings(values),
        conversationId,
        assistantId: null,
        action: 'gather_using_ai',
        language: values.language ?? null,
        history: toMessages(values.message_history),
      }),
      greeting: values.greeting || null,
      settings: {
        fields: fieldsOf(values.parameters),
        required: Array.isArray(required) && required.length > 0 ? required.map(String) : null,
        endedSpeech: values.gather_ended_speech || null,
        responseMs: values.user_response_timeout_ms ?? 10_000,
        sendPartialResults: values.send_partial_results === true,
      },
    });
    return ok({ conversation_id: conversationId });
  },
});
