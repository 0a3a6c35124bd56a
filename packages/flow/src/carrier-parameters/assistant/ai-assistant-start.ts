import { z } from 'zod';
import { assistantMessages, participants } from './assistant-messages.ts';
import { interruptionSettings, speechToText } from '../parts/listening.ts';
import { assistantVoice } from '../speech/speech.ts';
import { storedAssistant } from './stored-assistant.ts';
import { callerText } from '../parts/text.ts';
import { yesNo } from '../parts/values.ts';
import { assistantVoiceSettings } from '../speech/voice-settings.ts';

/** Parameters of `ai_assistant_start`; the engine adds `client_state` and `command_id`. */
export const aiAssistantStartParams = z.object({
  assistant: storedAssistant.meta({ group: 'main' }),
  greeting: callerText(3000).optional().meta({
    title: 'Greeting',
    help: 'What the caller hears first, up to 3000 characters. Without it, the assistant waits for the caller to speak.',
    example: 'Hello, this is the clinic. How can I help?',
    group: 'main',
    control: 'multiline',
  }),
  message_history: assistantMessages.meta({
    title: 'What was said before',
    help: 'The assistant knows this from the start and does not ask for it again.',
    group: 'assistant',
  }),
  voice: assistantVoice.meta({ help: "Used for this call instead of the assistant's own voice." }),
  voice_settings: assistantVoiceSettings,
  transcription: speechToText,
  interruption_settings: interruptionSettings,
  participants,
  send_message_history_updates: yesNo().optional().meta({
    title: 'Report what is said',
    help: 'Reports the conversation each time someone has spoken.',
    carrierDefault: false,
    group: 'advanced',
  }),
});
