import { z } from 'zod';
import { azureLanguages, speechmaticsLanguages, telnyxLanguages, xaiLanguages } from '../speech/languages.ts';
import { templated } from '../parts/text.ts';
import { deepgram } from './transcription-deepgram.ts';
import { engine, interimResults, language, model } from './transcription-fields.ts';
import { google } from './transcription-google.ts';
import { choice, settings, wholeNumber, yesNo } from '../parts/values.ts';

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

/** Settings of one engine: one shape for each, told apart by `transcription_engine` (A is Google, B is Telnyx). */
export const transcriptionEngineConfig = z
  .discriminatedUnion(
    'transcription_engine',
    [
      google('Google'),
      telnyx('Telnyx'),
      deepgram,
      azure,
      xai,
      assemblyai,
      speechmatics,
      soniox,
      parakeet,
      humain,
      reson8,
      cohere,
      google('A'),
      telnyx('B'),
    ],
    { error: 'Name the engine as "transcription_engine", like Google, Telnyx, Deepgram or Azure.' },
  )
  .optional()
  .meta({
    title: 'Fine tuning of the engine',
    help: 'What the engine lets you change: language, model, words to expect.',
    example: { transcription_engine: 'Google', language: 'en', model: 'phone_call' },
  });
