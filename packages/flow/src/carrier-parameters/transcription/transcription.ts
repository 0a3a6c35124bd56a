import { transcriptionEngineConfig } from './transcription-engines.ts';
import { choice, settings, yesNo } from '../parts/values.ts';

const engines = [
  'Google',
  'Telnyx',
  'Deepgram',
  'Azure',
  'xAI',
  'AssemblyAI',
  'Speechmatics',
  'Soniox',
  'Parakeet',
  'Humain',
  'Reson8',
  'Cohere',
  'A',
  'B',
] as const;

/** Whose recognition writes it down. */
export const transcriptionEngine = choice(engines)
  .optional()
  .meta({
    title: 'Engine',
    help: 'Whose recognition writes it down.',
    labels: { A: 'Google (old name)', B: 'Telnyx (old name)' },
    carrierDefault: 'Google',
  });

/** Which side of the call is written down. */
export const transcriptionTracks = choice(['inbound', 'outbound', 'both'])
  .optional()
  .meta({
    title: 'Whose words',
    help: 'Writes down one side of the call or both.',
    labels: { inbound: 'This side', outbound: 'The other side', both: 'Both sides' },
    carrierDefault: 'inbound',
  });

/** Live transcription from the answer on, on `answer` and `dial`. */
export const transcriptionFields = {
  transcription: yesNo().optional().meta({
    title: 'Write down what is said',
    help: 'Turns speech into text from the moment of answering. It costs extra; in many places the caller must be told.',
    carrierDefault: false,
    group: 'listening',
  }),
  transcription_config: settings({
    transcription_engine: transcriptionEngine,
    transcription_engine_config: transcriptionEngineConfig,
    transcription_tracks: transcriptionTracks,
  })
    .optional()
    .meta({
      title: 'How it is written down',
      help: 'Engine and side of the transcription. It has no effect while the transcription is off.',
      group: 'listening',
    }),
};
