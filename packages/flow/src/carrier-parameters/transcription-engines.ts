import { z } from 'zod';
import {
  azureLanguages,
  googleLanguages,
  nova2Languages,
  nova3Languages,
  speechmaticsLanguages,
  telnyxLanguages,
  xaiLanguages,
} from './languages.ts';
import { templated } from './text.ts';
import { choice, decimalNumber, list, settings, wholeNumber, yesNo } from './values.ts';

const engineMeta = { title: 'Engine', help: 'Whose recognition it is. It must be the engine chosen above.' };

function engine<Name extends string>(name: Name) {
  return z.literal(name).meta(engineMeta);
}

function model<const Models extends readonly [string, ...string[]]>(
  models: Models,
  carrierDefault?: Models[number],
) {
  return choice(models)
    .optional()
    .meta({
      title: 'Model',
      help: 'Which model of the engine listens.',
      ...(carrierDefault && { carrierDefault }),
    });
}

function language<const Languages extends readonly [string, ...string[]]>(
  languages: Languages,
  carrierDefault?: Languages[number],
) {
  return choice(languages, `Choose a language from the list, like ${languages[0]}.`)
    .optional()
    .meta({
      title: 'Language',
      help: 'The language that is spoken on the call.',
      ...(carrierDefault && { carrierDefault }),
      control: 'language',
    });
}

function terms(title: string, help: string) {
  return list(templated({ cure: 'Write a word or a short phrase.' }))
    .max(100, 'Give at most 100.')
    .optional()
    .meta({ title, help, example: ['Kokoro', 'Dr. Okonkwo'] });
}

const interimResults = yesNo().optional().meta({
  title: 'Before the sentence is over',
  help: 'Sends what was understood so far while the caller is still speaking.',
  carrierDefault: false,
});

const hintsMeta = {
  title: 'Words to expect',
  help: 'Names and terms that are then understood more often.',
  example: ['Kokoro', 'Dr. Okonkwo'],
};

function google<Name extends 'Google' | 'A'>(name: Name) {
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
    hints: list(templated({ cure: 'Write a word or a short phrase.' }))
      .optional()
      .meta(hintsMeta),
    speech_context: list(
      settings({
        phrases: list(templated({ cure: 'Write a word or a short phrase.' }))
          .optional()
          .meta(hintsMeta),
        boost: decimalNumber({ of: 'weight' })
          .optional()
          .meta({ title: 'Weight', help: 'How much more these words are expected than others.' }),
      }),
    )
      .optional()
      .meta({
        title: 'Words to expect, with weight',
        help: 'Groups of words, each with a weight of its own.',
      }),
    profanity_filter: yesNo()
      .optional()
      .meta({ title: 'Mask swear words', help: 'Swear words appear with asterisks.', carrierDefault: false }),
    enable_speaker_diarization: yesNo().optional().meta({
      title: 'Tell speakers apart',
      help: 'Says who of several people has spoken.',
      carrierDefault: false,
    }),
    min_speaker_count: wholeNumber({ min: 1, of: 'people' })
      .optional()
      .meta({
        title: 'Fewest speakers',
        help: 'How many people speak at least.',
        unit: 'people',
        carrierDefault: 2,
      }),
    max_speaker_count: wholeNumber({ min: 1, of: 'people' })
      .optional()
      .meta({
        title: 'Most speakers',
        help: 'How many people speak at most.',
        unit: 'people',
        carrierDefault: 6,
      }),
  });
}

function telnyx<Name extends 'Telnyx' | 'B'>(name: Name) {
  return settings({
    transcription_engine: engine(name),
    language: language(telnyxLanguages, 'en'),
    transcription_model: model(
      ['openai/whisper-tiny', 'openai/whisper-large-v3-turbo'],
      'openai/whisper-tiny',
    ),
  });
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

const deepgram = z.discriminatedUnion(
  'transcription_model',
  [
    settings({
      ...deepgramFields('deepgram/nova-2'),
      language: language(nova2Languages),
      hints: terms('Words to expect', 'Names and terms that nova-2 then understands more often.'),
    }),
    settings({
      ...deepgramFields('deepgram/nova-3'),
      language: language(nova3Languages),
      keyterms: terms('Words to expect', 'Names and terms that nova-3 then understands more often.'),
    }),
  ],
  { error: 'Name the model as "transcription_model": deepgram/nova-2 or deepgram/nova-3.' },
);

const azure = settings({
  transcription_engine: engine('Azure'),
  region: choice(['australiaeast', 'centralindia', 'eastus', 'northcentralus', 'westeurope', 'westus2']).meta(
    {
      title: 'Region',
      help: 'Region of the Azure service. The nearest one answers first.',
      example: 'eastus',
    },
  ),
  language: language(azureLanguages, 'en'),
  api_key_ref: templated({ cure: 'Write the name of an integration secret, like azure_key.' })
    .optional()
    .meta({
      title: 'Name of the key',
      help: 'Needed in some regions: the name of the integration secret at Telnyx that holds your key. Never the key itself.',
      example: 'azure_key',
    }),
});

const xai = settings({
  transcription_engine: engine('xAI'),
  transcription_model: model(['xai/grok-stt'], 'xai/grok-stt'),
  language: language(xaiLanguages, 'en'),
  interim_results: interimResults,
});

const assemblyai = settings({
  transcription_engine: engine('AssemblyAI'),
  transcription_model: model(['assemblyai/universal-3-5-pro', 'assemblyai/universal-streaming']),
  interim_results: interimResults,
});

const speechmatics = settings({
  transcription_engine: engine('Speechmatics'),
  transcription_model: model(['speechmatics/standard'], 'speechmatics/standard'),
  language: language(speechmaticsLanguages, 'en'),
  interim_results: interimResults,
});

const soniox = settings({
  transcription_engine: engine('Soniox'),
  transcription_model: model(['soniox/stt-rt-v4'], 'soniox/stt-rt-v4'),
  language: templated({ cure: 'Write a language code like en, or auto.' }).optional().meta({
    title: 'Language',
    help: 'The language that is spoken; with auto it is recognised.',
    example: 'en',
    carrierDefault: 'auto',
    control: 'language',
  }),
  interim_results: interimResults,
  enable_endpoint_detection: yesNo().optional().meta({
    title: 'Notice the end of a sentence',
    help: 'Says when the caller has finished a sentence.',
    carrierDefault: false,
  }),
  max_endpoint_delay_ms: wholeNumber({ min: 500, max: 3000, of: 'milliseconds' }).optional().meta({
    title: 'Silence that ends a sentence',
    help: 'Counts only when the end of a sentence is noticed.',
    unit: 'ms',
  }),
});

const parakeet = settings({
  transcription_engine: engine('Parakeet'),
  transcription_model: model(['nvidia/parakeet-v3', 'omi-health/omi-med-stt-v1'], 'nvidia/parakeet-v3'),
  interim_results: interimResults,
});

const humain = settings({
  transcription_engine: engine('Humain'),
  transcription_model: model(['humain/realtime']),
  language: language(['ar', 'en', 'codeswitch', 'auto']),
});

const reson8 = settings({
  transcription_engine: engine('Reson8'),
  transcription_model: model(['reson8/turns']),
  language: language(['auto', 'nl', 'en', 'fr', 'fy', 'de', 'it', 'pl', 'pt', 'es', 'sv'], 'auto'),
});

const cohere = settings({
  transcription_engine: engine('Cohere'),
  transcription_model: model(['cohere/ar-stt']),
  language: language(['ar', 'en']),
});
