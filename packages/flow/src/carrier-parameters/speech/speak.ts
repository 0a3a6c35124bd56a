import { z } from 'zod';
import { loop, stop, targetLegs } from '../sound/sound.ts';
import { language, payloadType, serviceLevel, voice } from './speech.ts';
import { callerText } from '../parts/text.ts';
import { voiceSettings } from './voice-settings.ts';

/** Parameters of `speak`; the engine adds `client_state` and `command_id`. */
export const speakParams = z.object({
  payload: callerText(3000).meta({
    title: 'What to say',
    help: 'The words the caller hears, up to 3000 characters.',
    example: 'Thank you for calling. Goodbye.',
    group: 'main',
    control: 'multiline',
  }),
  voice,
  language,
  payload_type: payloadType,
  service_level: serviceLevel,
  voice_settings: voiceSettings,
  loop,
  stop,
  target_legs: targetLegs,
});
