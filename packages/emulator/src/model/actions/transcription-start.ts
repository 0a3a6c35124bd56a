import { defineAction } from '../action.ts';
import { startTranscription, transcription } from '../activities/transcription.ts';
import { ok, refusedWith } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { transcriptionSettings } from '../parameters/transcription.ts';

export const transcriptionStart = defineAction({
  name: 'transcription_start',
  parameters: { ...everyCommand, ...transcriptionSettings },
  run(turn, leg, { transcription_tracks: tracks, transcription_engine_config: config }) {
    if (transcription.allOn(leg).length > 0) {
      return refusedWith(422, '90054', 'Call Transcription can not be started more than once.');
    }
    const interim = config?.['interim_results'] === true;
    startTranscription(turn, leg, { tracks: tracks ?? 'inbound', interim });
    return ok();
  },
});
