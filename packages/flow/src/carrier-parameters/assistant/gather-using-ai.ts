import { z } from 'zod';
import { inlineAssistant } from './assistant.ts';
import { gatherMessageHistory } from './assistant-messages.ts';
import { interruptionSettings, listeningLanguage, speechToText } from '../parts/listening.ts';
import { assistantVoice } from '../speech/speech.ts';
import { callerText } from '../parts/text.ts';
import { jsonObject, wholeNumber, yesNo } from '../parts/values.ts';
import { assistantVoiceSettings } from '../speech/voice-settings.ts';

/** Parameters of `gather_using_ai`; the engine adds `client_state` and `command_id`. */
export const gatherUsingAiParams = z.object({
  greeting: callerText(3000).optional().meta({
    title: 'Greeting',
    help: 'What the caller hears first, up to 3000 characters. Without it, the assistant waits for the caller to speak.',
    example: 'I need a few details. What is your name?',
    group: 'main',
    control: 'multiline',
  }),
  parameters: jsonObject().meta({
    title: 'What to find out',
    help: 'What the assistant asks the caller for, as a JSON Schema. It ends when all that is listed as required is known; without such a list it ends at the first answer.',
    example: {
      type: 'object',
      properties: { name: { type: 'string', description: 'The name of the caller' } },
      required: ['name'],
    },
    group: 'main',
    control: 'asked_fields',
  }),
  gather_ended_speech: callerText(3000).optional().meta({
    title: 'Last words',
    help: 'What the caller hears when everything is known, up to 3000 characters.',
    example: 'Thank you, that is all I need.',
    group: 'main',
    control: 'multiline',
  }),
  assistant: inlineAssistant,
  message_history: gatherMessageHistory,
  voice: assistantVoice,
  voice_settings: assistantVoiceSettings,
  language: listeningLanguage,
  transcription: speechToText,
  interruption_settings: interruptionSettings,
  user_response_timeout_ms: wholeNumber({ min: 1, of: 'milliseconds' }).optional().meta({
    title: 'Wait for the caller to speak',
    help: 'How long the caller may stay silent before the assistant takes it as no answer.',
    unit: 'ms',
    carrierDefault: 10000,
    group: 'listening',
  }),
  send_partial_results: yesNo().optional().meta({
    title: 'Report each answer',
    help: 'Reports every field as soon as it is known, so that the flow can act on it during the conversation.',
    carrierDefault: false,
    group: 'advanced',
  }),
  send_message_history_updates: yesNo().optional().meta({
    title: 'Report what is said',
    help: 'Reports the conversation each time someone has spoken.',
    carrierDefault: false,
    group: 'advanced',
  }),
});
