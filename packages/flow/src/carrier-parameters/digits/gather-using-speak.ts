import { z } from 'zod';
import { keypadFields, promptedGatherFields } from './digits.ts';
import { language, payloadType, serviceLevel, voice } from '../speech/speech.ts';
import { callerText } from '../parts/text.ts';
import { voiceSettings } from '../speech/voice-settings.ts';

/** Parameters of `gather_using_speak`; the engine adds `client_state` and `command_id`. */
export const gatherUsingSpeakParams = z.object({
  payload: callerText(3000).meta({
    title: 'What to ask',
    help: 'The words the caller hears before pressing a key, up to 3000 characters. A key interrupts them.',
    example: 'Press 1 for appointments, 2 for the pharmacy.',
    group: 'main',
    control: 'multiline',
  }),
  invalid_payload: callerText(3000).optional().meta({
    title: 'What to say after a wrong key',
    help: 'The words the caller hears after a key that is not accepted, before the question is asked again.',
    example: 'Sorry, that is not one of the choices.',
    group: 'main',
    control: 'multiline',
  }),
  ...keypadFields,
  ...promptedGatherFields,
  voice,
  language,
  payload_type: payloadType,
  service_level: serviceLevel,
  voice_settings: voiceSettings,
});
