import { defineAction } from '../action.ts';
import { startGather } from '../activities/gather.ts';
import type { Recording } from '../activities/sound.ts';
import { ok, type Refusal } from '../errors.ts';
import { digits, tries } from '../parameters/digits.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { text } from '../parameters/row.ts';
import { isGiven, recording, recordingRefusals } from '../parameters/sounds.ts';
import { digitSettings } from './digit-settings.ts';

export const gatherUsingAudio = defineAction({
  name: 'gather_using_audio',
  parameters: {
    ...everyCommand,
    ...digits,
    ...tries,
    ...recording,
    invalid_audio_url: text({ min: 1, max: 2000 }),
    invalid_media_name: text({ min: 1 }),
  },
  alsoRefuses: (values) => [
    ...recordingRefusals(values),
    ...nothingToPlay(values),
    ...twoInvalidPrompts(values),
  ],
  run(turn, leg, values) {
    const { audio_url, media_name, invalid_audio_url, invalid_media_name } = values;
    startGather(turn, leg, {
      ...digitSettings(values),
      action: 'gather_using_audio',
      prompt: { kind: 'audio', url: audio_url ?? null, name: media_name ?? null },
      invalidPrompt: toRecording(invalid_audio_url, invalid_media_name),
      firstKeyMs: values.timeout_millis ?? 60_000,
      overallMs: null,
      maximumTries: values.maximum_tries ?? 3,
    });
    return ok();
  },
});

function toRecording(url: string | null | undefined, name: string | null | undefined): Recording | null {
  return isGiven(url) || isGiven(name) ? { kind: 'audio', url: url ?? null, name: name ?? null } : null;
}

function nothingToPlay({ audio_url, media_name }: { audio_url?: unknown; media_name?: unknown }): Refusal[] {
  if (isGiven(audio_url) || isGiven(media_name)) return [];
  return [
    { code: '10004', detail: "One of 'audio_url' and 'media_name' is required.", pointer: '/audio_url' },
  ];
}

type Invalid = { invalid_audio_url?: unknown; invalid_media_name?: unknown };

function twoInvalidPrompts({ invalid_audio_url, invalid_media_name }: Invalid): Refusal[] {
  if (!isGiven(invalid_audio_url) || !isGiven(invalid_media_name)) return [];
  const detail = "The parameters 'invalid_audio_url' and 'invalid_media_name' can not be used together.";
  return [{ code: '10015', detail, pointer: '/invalid_media_name' }];
}
