import { z } from 'zod';
import { nova2Languages, nova3Languages } from '../speech/languages.ts';
import { templated } from '../parts/text.ts';
import { engineMeta, interimResults, language } from './transcription-fields.ts';
import { list, settings, wholeNumber, yesNo } from '../parts/values.ts';

function biasTerms(help: string) {
  return list(templated({ cure: 'Write a word or a short phrase.' }))
    .max(100, 'Give at most 100 words.')
    .optional()
    .meta({ title: 'Words to expect', help, example: ['Kokoro', 'Dr. Okonkwo'] });
}

// The carrier's published document names the engine "Deepgram", its SDK repeats the model: both are taken.
function deepgramFields<Name extends 'deepgram/nova-2' | 'deepgram/nova-3'>(name: Name) {
  return {
    transcription_engine: z.literal(['Deepgram', name]).meta(engineMeta),
    transcription_model: z.literal(name).meta({ title: 'Model', help: 'Which model of Deepgram listens.' }),
    interim_results: interimResults,
    keywords_boosting: z
      .record(z.string(), z.number({ error: 'Give each word a weight, like 2.' }), {
        error: 'Write words with their weights, like { "Okonkwo": 2 }.',
      })
      .optional()
      .meta({
        title: 'Words with weight',
        help: 'How much more each of these words is expected than others.',
        example: { Okonkwo: 2 },
        control: 'json',
      }),
    smart_format: yesNo().optional().meta({
      title: 'Tidy the text',
      help: 'Writes capitals, punctuation and digits. Without it, all is lower case.',
      carrierDefault: true,
    }),
    utterance_end_ms: wholeNumber({ min: 0, max: 5000, of: 'milliseconds' }).optional().meta({
      title: 'Silence that ends a sentence',
      help: 'After this much silence a sentence counts as finished.',
      unit: 'ms',
    }),
  };
}

/** Deepgram's recognition, told apart by model. */
export const deepgram = z.discriminatedUnion(
  'transcription_model',
  [
    settings({
      ...deepgramFields('deepgram/nova-2'),
      language: language(nova2Languages),
      hints: biasTerms('Names and terms that nova-2 then understands more often.'),
    }),
    settings({
      ...deepgramFields('deepgram/nova-3'),
      language: language(nova3Languages),
      keyterms: biasTerms('Names and terms that nova-3 then understands more often.'),
    }),
  ],
  { error: 'Name the model as "transcription_model": deepgram/nova-2 or deepgram/nova-3.' },
);
