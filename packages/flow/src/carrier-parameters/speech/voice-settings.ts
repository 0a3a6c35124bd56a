import { z } from 'zod';
import { minimaxLanguages } from './languages.ts';
import { templated } from '../parts/text.ts';
import { choice, decimalNumber, settings, wholeNumber, yesNo } from '../parts/values.ts';

function provider<Name extends string>(name: Name) {
  return z.literal(name).meta({
    title: 'Provider',
    help: 'Whose voice it is. It must be the provider of the voice chosen above.',
  });
}

const speed = decimalNumber({ of: 'times the normal speed' });
const keyReference = templated({ cure: 'Write the name of an integration secret, like elevenlabs_key.' })
  .optional()
  .meta({
    title: 'Name of the key',
    help: "The name of the integration secret at Telnyx that holds your provider's key. Never the key itself.",
    example: 'elevenlabs_key',
  });

const elevenlabs = settings({ type: provider('elevenlabs'), api_key_ref: keyReference });

const telnyx = settings({
  type: provider('telnyx'),
  voice_speed: decimalNumber({ min: 0.1, max: 2, of: 'times the normal speed' }).optional().meta({
    title: 'Speed',
    help: 'How fast the voice speaks: 1 is normal, 2 twice as fast. Bayan and Sukhan voices ignore it.',
    carrierDefault: 1,
  }),
});

// The carrier leaves the settings of AWS open: whatever is written goes out as it is.
const aws = z.looseObject({ type: provider('aws') });

const minimax = settings({
  type: provider('minimax'),
  language_boost: choice(minimaxLanguages, 'Choose a language from the list, or auto.')
    .nullable()
    .optional()
    .meta({
      title: 'Tune for a language',
      help: 'Makes words of this language sound right.',
      carrierDefault: null,
    }),
  pitch: wholeNumber({ of: 'steps' }).optional().meta({
    title: 'Pitch',
    help: '0 leaves the voice as it is, lower numbers make it deeper.',
    carrierDefault: 0,
  }),
  speed: speed
    .optional()
    .meta({ title: 'Speed', help: 'How fast the voice speaks: 1 is normal.', carrierDefault: 1 }),
  vol: decimalNumber({ of: 'times the normal volume' })
    .optional()
    .meta({ title: 'Volume', help: 'How loud the voice speaks: 1 is normal.', carrierDefault: 1 }),
});

const azure = settings({
  type: provider('azure'),
  api_key_ref: keyReference,
  deployment_id: templated({ cure: 'Write the id of your deployment at Azure.' }).optional().meta({
    title: 'Deployment',
    help: 'The id of your own neural voice at Azure.',
    example: '7f3c9b1e-52a4-4d0b-8c6e-1a9d3e5f7b20',
  }),
  effect: choice(['eq_car', 'eq_telecomhp8k'])
    .optional()
    .meta({
      title: 'Sound effect',
      help: 'Makes the voice clearer in a car or on the telephone.',
      labels: { eq_car: 'For a car', eq_telecomhp8k: 'For the telephone' },
    }),
  gender: choice(['Male', 'Female'])
    .optional()
    .meta({ title: 'Voice of', help: 'Takes a man or a woman where the voice comes as both.' }),
  region: templated({ cure: 'Write a region of Azure, like eastus.' }).optional().meta({
    title: 'Region',
    help: 'Region of the Azure service. Needed with a key of your own.',
    example: 'eastus',
  }),
});

const resemble = settings({
  type: provider('resemble'),
  format: choice(['wav', 'mp3'])
    .optional()
    .meta({ title: 'Sound format', help: 'Format in which the voice is made.', carrierDefault: 'mp3' }),
  precision: choice(['PCM_16', 'PCM_24', 'PCM_32', 'MULAW'])
    .optional()
    .meta({ title: 'Precision', help: 'How finely the voice is recorded.', carrierDefault: 'PCM_32' }),
  sample_rate: choice(['8000', '16000', '22050', '32000', '44100', '48000']).optional().meta({
    title: 'Sample rate',
    help: 'Samples a second. A telephone carries 8000.',
    unit: 'Hz',
    carrierDefault: '48000',
  }),
});

const inworld = settings({
  type: provider('inworld'),
  delivery_mode: choice(['STABLE', 'BALANCED', 'CREATIVE'])
    .optional()
    .meta({
      title: 'Manner',
      help: 'Stable sounds the same every time, creative varies more. Only the model TTS2 listens to it.',
      labels: { STABLE: 'Stable', BALANCED: 'Balanced', CREATIVE: 'Creative' },
    }),
});

const xai = settings({
  type: provider('xai'),
  language: templated({ cure: 'Write a language code like en, or auto.' }).optional().meta({
    title: 'Language',
    help: 'The language of the text; with auto it is recognised.',
    example: 'en',
    carrierDefault: 'auto',
    control: 'language',
  }),
});

const soniox = settings({
  type: provider('soniox'),
  reduce_silence: yesNo()
    .optional()
    .meta({ title: 'Shorter pauses', help: 'Shortens the pauses between words.' }),
  speed: decimalNumber({ min: 0.7, max: 1.3, of: 'times the normal speed' })
    .optional()
    .meta({ title: 'Speed', help: 'How fast the voice speaks: 1 is normal.', carrierDefault: 1 }),
});

const meta = {
  title: 'Fine tuning of the voice',
  help: 'What the provider of the voice lets you change: speed, pitch, a key of your own.',
  example: { type: 'telnyx', voice_speed: 0.9 },
  group: 'voice',
} as const;

/** Settings of a voice that reads a text: one shape for each provider, told apart by `type`. */
export const voiceSettings = z
  .discriminatedUnion('type', [telnyx, aws, azure, elevenlabs, inworld, minimax, resemble, soniox, xai], {
    error:
      'Name the provider as "type": telnyx, aws, azure, elevenlabs, inworld, minimax, resemble, soniox or xai.',
  })
  .optional()
  .meta(meta);

/** Settings of a voice that holds a conversation: the providers that the AI actions accept. */
export const assistantVoiceSettings = z
  .discriminatedUnion('type', [telnyx, aws, azure, elevenlabs, resemble, soniox, xai], {
    error: 'Name the provider as "type": telnyx, aws, azure, elevenlabs, resemble, soniox or xai.',
  })
  .optional()
  .meta(meta);
