import { googleLanguages } from '../speech/languages.ts';
import { templated } from './text.ts';
import { choice, settings, yesNo } from './values.ts';

const speechToTextModels = [
  'deepgram/flux',
  'flux',
  'deepgram/nova-3',
  'deepgram/nova-2',
  'speechmatics/standard',
  'speechmatics/enhanced',
  'assemblyai/universal-3-5-pro',
  'assemblyai/universal-streaming',
  'xai/grok-stt',
  'soniox/stt-rt-v4',
  'nvidia/parakeet-v3',
  'omi-health/omi-med-stt-v1',
  'humain/realtime',
  'reson8/turns',
  'cohere/ar-stt',
  'azure/fast',
  'azure/realtime',
  'google/latest_long',
  'distil-whisper/distil-large-v2',
  'openai/whisper-large-v3-turbo',
] as const;

/** How an assistant turns the caller's speech into text. */
export const speechToText = settings({
  model: choice(speechToTextModels).optional().meta({
    title: 'Recognition',
    help: 'Which model listens to the caller. The default understands English only; deepgram/flux notices best when the caller has finished.',
    example: 'deepgram/flux',
    carrierDefault: 'distil-whisper/distil-large-v2',
  }),
  language: templated({ cure: 'Write a language code like en or es, or auto.' }).optional().meta({
    title: 'Language',
    help: 'The language the caller speaks. With auto the model finds it out, if it can.',
    example: 'en',
    carrierDefault: 'auto',
    control: 'language',
  }),
})
  .optional()
  .meta({
    title: 'How it listens',
    help: 'How the speech of the caller is turned into text.',
    group: 'listening',
  });

/** Language that Google's recognition expects. */
export const listeningLanguage = choice(googleLanguages, 'Choose a language from the list, like en.')
  .optional()
  .meta({
    title: 'Language of the caller',
    help: 'In which language the caller is expected to speak.',
    example: 'en',
    carrierDefault: 'en',
    group: 'listening',
    control: 'language',
  });

/** Whether the caller can talk over the assistant. */
export const interruptionSettings = settings({
  enable: yesNo().optional().meta({
    title: 'May interrupt',
    help: 'The assistant stops talking as soon as the caller speaks.',
    carrierDefault: true,
  }),
})
  .optional()
  .meta({
    title: 'Interrupting',
    help: 'Whether the caller can talk over the assistant.',
    group: 'listening',
  });
