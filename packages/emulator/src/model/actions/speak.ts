import { defineAction } from '../action.ts';
import { playSound, stopSounds } from '../activities/sound.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { oneOf } from '../parameters/row.ts';
import { loop, stop, timesOf } from '../parameters/sounds.ts';
import { spoken, voiceRefusals } from '../parameters/voice.ts';
import { payloadMs, speedOf, spokenText } from '../words/spoken-length.ts';

export const speak = defineAction({
  name: 'speak',
  parameters: { ...everyCommand, ...spoken, loop, stop, target_legs: oneOf(['self', 'opposite', 'both']) },
  alsoRefuses: voiceRefusals,
  run(turn, leg, values) {
    const {
      payload,
      payload_type,
      voice,
      voice_settings,
      language,
      loop: times,
      stop: stops,
      target_legs,
    } = values;
    if (stops === 'current' || stops === 'all') stopSounds(turn, leg, stops);
    playSound(turn, leg, {
      says: {
        kind: 'speech',
        text: spokenText(payload, payload_type ?? 'text'),
        voice,
        language: language ?? null,
        lastsMs: payloadMs(payload, payload_type ?? 'text', speedOf(voice_settings)),
      },
      action: 'speak',
      owner: null,
      announced: true,
      targets: target_legs ?? 'self',
      timesLeft: timesOf(times),
    });
    return ok();
  },
});
