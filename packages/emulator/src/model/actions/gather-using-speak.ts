import { defineAction } from '../action.ts';
import { startGather } from '../activities/gather.ts';
import type { Speech } from '../activities/sound.ts';
import { ok } from '../errors.ts';
import { digits, tries } from '../parameters/digits.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { text } from '../parameters/row.ts';
import { spoken, voiceRefusals } from '../parameters/voice.ts';
import { payloadMs, speedOf, spokenText } from '../words/spoken-length.ts';
import { digitSettings } from './digit-settings.ts';

export const gatherUsingSpeak = defineAction({
  name: 'gather_using_speak',
  parameters: { ...everyCommand, ...digits, ...tries, ...spoken, invalid_payload: text({ max: 3000 }) },
  alsoRefuses: voiceRefusals,
  run(turn, leg, values) {
    const { payload, payload_type, invalid_payload, voice, voice_settings, language } = values;
    const toSpeech = (words: string): Speech => ({
      kind: 'speech',
      text: spokenText(words, payload_type ?? 'text'),
      voice,
      language: language ?? null,
      lastsMs: payloadMs(words, payload_type ?? 'text', speedOf(voice_settings)),
    });
    startGather(turn, leg, {
      ...digitSettings(values),
      action: 'gather_using_speak',
      prompt: toSpeech(payload),
      invalidPrompt: invalid_payload ? toSpeech(invalid_payload) : null,
      firstKeyMs: values.timeout_millis ?? 60_000,
      overallMs: null,
      maximumTries: values.maximum_tries ?? 3,
    });
    return ok();
  },
});
