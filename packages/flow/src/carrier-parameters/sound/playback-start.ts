import { z } from 'zod';
import { audioUrl, loop, mediaName, playbackContent, stop, targetLegs } from './sound.ts';
import { choice, yesNo } from '../parts/values.ts';

/** Parameters of `playback_start`; the engine adds `client_state` and `command_id`. */
export const playbackStartParams = z.object({
  audio_url: audioUrl,
  media_name: mediaName,
  loop: loop.meta({ group: 'main' }),
  playback_content: playbackContent,
  audio_type: choice(['mp3', 'wav']).optional().meta({
    title: 'Kind of sound file',
    help: 'What the web address or the sound in the file holds. A wrong kind is not played.',
    carrierDefault: 'mp3',
    group: 'advanced',
  }),
  cache_audio: yesNo().optional().meta({
    title: 'Keep the sound ready',
    help: 'Plays sooner the next time. Switch it off for a file that changes.',
    carrierDefault: true,
    group: 'advanced',
  }),
  overlay: yesNo().optional().meta({
    title: 'Over what already plays',
    help: 'Mixes this sound with the one that plays. Without one playing, the caller hears nothing.',
    carrierDefault: false,
    group: 'advanced',
  }),
  stop,
  target_legs: targetLegs,
});

/** Parameters of `playback_start` of which the carrier accepts only one. */
export const playbackStartExclusive = [
  ['audio_url', 'media_name', 'playback_content'],
] as const satisfies ReadonlyArray<readonly (keyof typeof playbackStartParams.shape)[]>;
