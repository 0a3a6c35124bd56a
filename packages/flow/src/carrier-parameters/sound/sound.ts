import { z } from 'zod';
import { webUrl } from '../legs/addresses.ts';
import { templated } from '../parts/text.ts';
import { choice, decimalNumber, settings } from '../parts/values.ts';

/** Web address of a WAV or MP3 file. */
export const audioUrl = webUrl().optional().meta({
  title: 'Sound file (web address)',
  help: 'A WAV or MP3 file that the carrier fetches and plays. Give either this or a stored sound.',
  example: 'https://example.com/welcome.mp3',
  group: 'main',
  control: 'url',
});

/** Name of a file uploaded to the carrier's media store. */
export const mediaName = templated({ cure: 'Write the name of a sound stored at Telnyx, like welcome.mp3.' })
  .optional()
  .meta({
    title: 'Stored sound',
    help: 'The name of a WAV or MP3 file you uploaded to Telnyx. Give either this or a web address.',
    example: 'welcome.mp3',
    group: 'main',
  });

/** WAV or MP3 as base64 text. */
export const playbackContent = templated({
  cure: 'Paste the sound file as base64 text.',
  format: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
})
  .optional()
  .meta({
    title: 'Sound in the file itself',
    help: 'A short MP3 or WAV file as base64 text, instead of a web address or a stored sound.',
    example: 'UklGRiQAAABXQVZF',
    group: 'advanced',
    control: 'code',
  });

const loopCure = 'Use a whole number of times from 1 to 100, or infinity.';

/** How often something is played: 1 to 100 times or `infinity`. */
export const loop = z
  .union([z.int().min(1, loopCure).max(100, loopCure), z.literal('infinity')], { error: loopCure })
  .optional()
  .meta({
    title: 'Times to play',
    help: 'How often the caller hears it. With infinity it goes on until something stops it.',
    unit: 'times',
    carrierDefault: 1,
    group: 'advanced',
  });

/** What to silence before playing. */
export const stop = choice(['current', 'all'])
  .optional()
  .meta({
    title: 'Silence first',
    help: 'Stops what the caller hears now. Without it, this waits until everything before it has been played.',
    labels: { current: 'What plays now', all: 'What plays now and all that waits' },
    group: 'advanced',
  });

/** Who hears it. */
export const targetLegs = choice(['self', 'opposite', 'both'])
  .optional()
  .meta({
    title: 'Who hears it',
    help: 'Matters only while the caller is connected to someone.',
    labels: { self: 'The caller', opposite: 'The other side', both: 'Both' },
    carrierDefault: 'self',
    group: 'advanced',
  });

/** Changes to the pitch of a voice on the call. */
export const soundModifications = settings({
  pitch: decimalNumber({ of: 'times the normal pitch' })
    .positive('Use a pitch above 0; 1 leaves the voice as it is.')
    .optional()
    .meta({
      title: 'Pitch',
      help: '1 leaves the voice as it is, lower numbers make it deeper.',
      carrierDefault: 1,
    }),
  semitone: decimalNumber({ min: -14, max: 14, of: 'semitones' })
    .optional()
    .meta({ title: 'Semitones', help: 'Raises or lowers the voice by semitones.', carrierDefault: 0 }),
  octaves: decimalNumber({ min: -1, max: 1, of: 'octaves' })
    .optional()
    .meta({ title: 'Octaves', help: 'Raises or lowers the voice by octaves.', carrierDefault: 0 }),
  track: choice(['inbound', 'outbound'])
    .optional()
    .meta({
      title: 'Whose voice',
      help: 'Which direction of the call is changed.',
      labels: { inbound: 'What the caller says', outbound: 'What the caller hears' },
      carrierDefault: 'outbound',
    }),
})
  .optional()
  .meta({
    title: 'Change the voice',
    help: 'Makes a voice on the call higher or deeper.',
    group: 'advanced',
  });
