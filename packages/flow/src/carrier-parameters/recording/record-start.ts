import { z } from 'zod';
import { recordingLanguages } from './recording-languages.ts';
import {
  recordedTrack,
  recordedVoices,
  recordedVoicesMeta,
  recordingFileName,
  recordingFormat,
  recordingFormatMeta,
  recordingLength,
  recordingSilence,
  recordingTrim,
} from './recording.ts';
import {
  fewestSpeakers,
  mostSpeakers,
  profanityFilter,
  speakerDiarization,
} from '../transcription/transcription-fields.ts';
import { choice, yesNo } from '../parts/values.ts';

/** The carrier stops a recording that a command began after four hours, in s; `recording.ts` has the other limit. */
const LONGEST_RECORDING_S = 14_400;

const transcript = {
  transcription: yesNo().optional().meta({
    title: 'Write the recording down',
    help: 'Turns the finished recording into text. It costs extra.',
    carrierDefault: false,
    group: 'listening',
  }),
  transcription_engine: choice(['A', 'B', 'deepgram/nova-3'])
    .optional()
    .meta({
      title: 'Engine',
      help: 'Whose recognition writes the recording down.',
      labels: { A: 'Google', B: 'Telnyx', 'deepgram/nova-3': 'Deepgram (English only)' },
      carrierDefault: 'A',
      group: 'listening',
    }),
  transcription_language: choice(recordingLanguages, 'Choose a language from the list, like en-US.')
    .optional()
    .meta({
      title: 'Language',
      help: 'The language that is spoken in the recording. Not every engine knows each of them.',
      example: 'es-MX',
      carrierDefault: 'en-US',
      group: 'listening',
      control: 'language',
    }),
  transcription_profanity_filter: profanityFilter.meta({
    help: 'Swear words appear with asterisks. Only Google does it.',
    group: 'listening',
  }),
  transcription_speaker_diarization: speakerDiarization.meta({
    help: 'Says who of several people has spoken. Only Google does it.',
    group: 'listening',
  }),
  transcription_min_speaker_count: fewestSpeakers.meta({
    help: 'How many people speak at least. Only Google asks for it.',
    group: 'listening',
  }),
  transcription_max_speaker_count: mostSpeakers.meta({
    help: 'How many people speak at most. Only Google asks for it.',
    group: 'listening',
  }),
};

/** Parameters of `record_start`; the engine adds `client_state` and `command_id`. */
export const recordStartParams = z.object({
  channels: recordedVoices.meta({ ...recordedVoicesMeta, example: 'dual', group: 'main' }),
  format: recordingFormat.meta({ ...recordingFormatMeta, example: 'mp3', group: 'main' }),
  play_beep: yesNo().optional().meta({
    title: 'Beep first',
    help: 'The caller hears a beep when the recording begins.',
    group: 'main',
  }),
  max_length: recordingLength(LONGEST_RECORDING_S).meta({ group: 'main' }),
  timeout_secs: recordingSilence.meta({
    help: 'The recording stops after this much silence, once someone has spoken. It uses paid transcription and is refused while the call is being written down; 0 switches it off.',
    group: 'main',
  }),
  recording_track: recordedTrack,
  trim: recordingTrim,
  custom_file_name: recordingFileName,
  ...transcript,
});
