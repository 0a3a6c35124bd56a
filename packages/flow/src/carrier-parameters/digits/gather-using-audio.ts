import { z } from 'zod';
import { keypadFields, promptedGatherFields } from './digits.ts';
import { audioUrl, mediaName } from '../sound/sound.ts';

/** Parameters of `gather_using_audio`; the engine adds `client_state` and `command_id`. */
export const gatherUsingAudioParams = z.object({
  audio_url: audioUrl.meta({
    help: 'A WAV or MP3 file the caller hears before pressing a key. Give either this or a stored sound.',
    example: 'https://example.com/menu.mp3',
  }),
  media_name: mediaName.meta({
    help: 'The name of a sound at Telnyx the caller hears before pressing a key. Give either this or a web address.',
    example: 'menu.mp3',
  }),
  invalid_audio_url: audioUrl.meta({
    title: 'After a wrong key (web address)',
    help: 'A WAV or MP3 file the caller hears after a key that is not accepted. Give either this or a stored sound.',
    example: 'https://example.com/sorry.mp3',
  }),
  invalid_media_name: mediaName.meta({
    title: 'After a wrong key (stored sound)',
    help: 'The name of a sound at Telnyx the caller hears after a key that is not accepted. Give either this or a web address.',
    example: 'sorry.mp3',
  }),
  ...keypadFields,
  ...promptedGatherFields,
});

/** Parameters of `gather_using_audio` of which the carrier accepts only one. */
export const gatherUsingAudioExclusive = [
  ['audio_url', 'media_name'],
  ['invalid_audio_url', 'invalid_media_name'],
] as const satisfies ReadonlyArray<readonly (keyof typeof gatherUsingAudioParams.shape)[]>;
