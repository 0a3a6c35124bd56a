import { defineAction } from '../action.ts';
import { playSound, sound, stopSounds } from '../activities/sound.ts';
import { ok, type Refusal } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { flag, oneOf, text } from '../parameters/row.ts';
import { isGiven, loop, recording, recordingRefusals, stop, timesOf } from '../parameters/sounds.ts';
import type { Leg } from '../state.ts';

export const playbackStart = defineAction({
  name: 'playback_start',
  parameters: {
    ...everyCommand,
    ...recording,
    audio_type: oneOf(['mp3', 'wav']),
    cache_audio: flag(),
    loop,
    overlay: flag(),
    playback_content: text({ min: 1 }),
    stop,
    target_legs: oneOf(['self', 'opposite', 'both']),
  },
  alsoRefuses: (values) => [...recordingRefusals(values), ...nothingToPlay(values)],
  run(turn, leg, values) {
    const { audio_url, media_name, overlay, stop: stops, target_legs } = values;
    if (stops === 'current' || stops === 'all') stopSounds(turn, leg, stops);
    playSound(turn, leg, {
      says: { kind: 'audio', url: audio_url ?? null, name: media_name ?? null },
      action: 'playback_start',
      owner: null,
      announced: true,
      // Only audio that plays can be mixed over; without any this is an ordinary playback.
      lane: overlay === true && isPlaying(leg) ? 'overlay' : 'main',
      targets: target_legs ?? 'self',
      timesLeft: timesOf(values.loop),
    });
    return ok();
  },
});

type Playable = { audio_url?: unknown; media_name?: unknown; playback_content?: unknown };

function nothingToPlay({ audio_url, media_name, playback_content }: Playable): Refusal[] {
  if ([audio_url, media_name, playback_content].some(isGiven)) return [];
  const detail = "One of 'audio_url', 'media_name' and 'playback_content' is required.";
  return [{ code: '10004', detail, pointer: '/audio_url' }];
}

function isPlaying(leg: Leg): boolean {
  return sound.allOn(leg).some(({ lane }) => lane === 'main');
}
