import { z } from 'zod';
import { webUrl } from '../legs/addresses.ts';
import { minimaxLanguages } from '../speech/languages.ts';
import { voice } from '../speech/speech.ts';
import { templated } from '../parts/text.ts';
import { choice, decimalNumber, settings, yesNo } from '../parts/values.ts';

function source<Name extends string>(name: Name) {
  return z.literal(name).meta({ title: 'Source', help: 'Where the background sound comes from.' });
}

const backgroundAudio = z
  .discriminatedUnion(
    'type',
    [
      settings({
        type: source('predefined_media'),
        value: choice(['silence', 'office']).meta({
          title: 'Sound',
          help: 'What the caller hears behind the voice.',
          labels: { silence: 'Nothing', office: 'An office' },
        }),
        volume: decimalNumber({ min: 0.1, max: 1, of: 'volume' })
          .multipleOf(0.1, 'Use steps of 0.1, like 0.5.')
          .optional()
          .meta({ title: 'Volume', help: 'From 0.1 (faint) to 1 (full).', example: 0.5 }),
      }),
      settings({
        type: source('media_url'),
        value: webUrl().meta({
          title: 'Web address',
          help: 'An MP3 file that plays again and again behind the voice.',
          example: 'https://example.com/office.mp3',
          control: 'url',
        }),
      }),
      settings({
        type: source('media_name'),
        value: templated({ cure: 'Write the name of a sound stored at Telnyx, like office.mp3.' }).meta({
          title: 'Stored sound',
          help: 'The name of a sound at Telnyx that plays again and again behind the voice.',
          example: 'office.mp3',
        }),
      }),
    ],
    { error: 'Name the source as "type": predefined_media, media_url or media_name.' },
  )
  .optional()
  .meta({ title: 'Background sound', help: 'A sound behind the voice, so that pauses do not feel dead.' });

/** The voice of a stored assistant, overridden for one call. */
export const storedAssistantVoice = settings({
  voice: voice.meta({ help: 'The voice in which the assistant speaks to the caller.' }),
  voice_speed: decimalNumber({ min: 0.25, max: 2, of: 'times the normal speed' }).optional().meta({
    title: 'Speed',
    help: 'How fast a Natural voice of Telnyx speaks: 1 is normal.',
    carrierDefault: 1,
  }),
  background_audio: backgroundAudio,
  expressive_mode: yesNo()
    .optional()
    .meta({ title: 'With feeling', help: 'Lets an Ultra voice of Telnyx sound glad, sad or angry.' }),
  api_key_ref: templated({ cure: 'Write the name of an integration secret, like elevenlabs_key.' })
    .optional()
    .meta({
      title: 'Name of the key',
      help: 'The name of the integration secret at Telnyx that holds your ElevenLabs key. Never the key itself.',
      example: 'elevenlabs_key',
    }),
  speed: decimalNumber({ of: 'times the normal speed' }).optional().meta({
    title: 'Speed (ElevenLabs)',
    help: 'How fast the voice speaks: 1 is normal.',
    carrierDefault: 1,
  }),
  similarity_boost: decimalNumber({ of: 'likeness' })
    .optional()
    .meta({ title: 'Likeness (ElevenLabs)', help: 'How close the voice stays to its model.', example: 0.8 }),
  style: decimalNumber({ of: 'style' }).optional().meta({
    title: 'Style (ElevenLabs)',
    help: 'How strongly the manner of the speaker comes out. Above 0 the answers come later.',
    example: 0.2,
  }),
  temperature: decimalNumber({ of: 'variation' }).optional().meta({
    title: 'Variation (ElevenLabs)',
    help: 'Lower numbers give more feeling, higher ones a more even voice.',
    example: 0.5,
  }),
  use_speaker_boost: yesNo().optional().meta({
    title: 'Closer to the speaker (ElevenLabs)',
    help: 'Sounds more like the original, and a little later.',
  }),
  language_boost: choice(minimaxLanguages, 'Choose a language from the list, or auto.')
    .nullable()
    .optional()
    .meta({
      title: 'Tune for a language (MiniMax)',
      help: 'Makes words of this language sound right.',
      carrierDefault: null,
    }),
})
  .optional()
  .meta({ title: 'Voice', help: "Used for this call instead of the assistant's own voice.", group: 'voice' });
