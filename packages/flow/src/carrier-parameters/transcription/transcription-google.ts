import { googleLanguages } from '../speech/languages.ts';
import {
  engine,
  expectedWords,
  fewestSpeakers,
  interimResults,
  language,
  model,
  mostSpeakers,
  profanityFilter,
  speakerDiarization,
} from './transcription-fields.ts';
import { decimalNumber, list, settings, yesNo } from '../parts/values.ts';

/** Google's recognition, under its name or its old letter. */
export function google<Name extends 'Google' | 'A'>(name: Name) {
  return settings({
    transcription_engine: engine(name),
    language: language(googleLanguages, 'en'),
    model: model([
      'latest_long',
      'latest_short',
      'command_and_search',
      'phone_call',
      'video',
      'default',
      'medical_conversation',
      'medical_dictation',
    ]),
    use_enhanced: yesNo().optional().meta({
      title: 'Enhanced',
      help: 'A better form of the models phone_call and video.',
      carrierDefault: false,
    }),
    interim_results: interimResults,
    hints: expectedWords('Names and terms that are then understood more often.'),
    speech_context: list(
      settings({
        phrases: expectedWords('Names and terms that share the weight.'),
        boost: decimalNumber({ of: 'weight' }).optional().meta({
          title: 'Weight',
          help: 'How much more these words are expected than others.',
          example: 10,
        }),
      }),
    )
      .optional()
      .meta({
        title: 'Words to expect, with weight',
        help: 'Groups of words, each with a weight of its own.',
      }),
    profanity_filter: profanityFilter,
    enable_speaker_diarization: speakerDiarization,
    min_speaker_count: fewestSpeakers,
    max_speaker_count: mostSpeakers,
  });
}
