import { defineAction } from '../action.ts';
import { aiGather, startAiGather } from '../activities/ai-gather.ts';
import { ok, type Refusal, refusedWith } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { aiGatherParameters, isHistory } from '../parameters/ai-gather.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { isNameless } from '../parameters/voice.ts';
import { nextUuid } from '../turn.ts';
import { fieldsOf } from '../words/understand.ts';

const defaultModel = 'Qwen/Qwen3-235B-A22B';
const defaultSttModel = 'distil-whisper/distil-large-v2';

export const gatherUsingAi = defineAction({
  name: 'gather_using_ai',
  parameters: { ...everyCommand, ...aiGatherParameters },
  alsoRefuses: ({ voice }) => namelessVoice(voice),
  run(turn, leg, values) {
    if (aiGather.allOn(leg).length > 0) {
      return refusedWith(422, '90061', 'An AI Assistant is already in progress on this call.');
    }
    const { required } = values.parameters;
    const conversationId = nextUuid(turn);
    startAiGather(turn, leg, {
      conversationId,
      history: isHistory(values.message_history)
        ? values.message_history.map(({ role, content }) => ({ role, content }))
        : [],
      settings: {
        fields: fieldsOf(values.parameters),
        required: Array.isArray(required) && required.length > 0 ? required.map(String) : null,
        greeting: values.greeting || null,
        endedSpeech: values.gather_ended_speech || null,
        voice: values.voice ?? 'Telnyx.KokoroTTS.af',
        language: typeof values.language === 'string' ? values.language : null,
        responseMs: values.user_response_timeout_ms ?? 10_000,
        interruptible: values.interruption_settings?.['enable'] !== false,
        sendPartialResults: values.send_partial_results === true,
        sendHistoryUpdates: values.send_message_history_updates === true,
        model: textIn(values.assistant, 'model') ?? defaultModel,
        sttModel: textIn(values.transcription, 'model') ?? defaultSttModel,
      },
    });
    return ok({ conversation_id: conversationId });
  },
});

function textIn(value: unknown, name: string): string | null {
  const member = isJsonObject(value) ? value[name] : null;
  return typeof member === 'string' ? member : null;
}

// A Telnyx sample notes that the two nameless voices are not for assistants.
function namelessVoice(voice: string | null | undefined): Refusal[] {
  if (typeof voice !== 'string' || !isNameless(voice)) return [];
  return [
    { code: '90012', detail: `The voice '${voice}' can't be used by an assistant.`, pointer: '/voice' },
  ];
}
