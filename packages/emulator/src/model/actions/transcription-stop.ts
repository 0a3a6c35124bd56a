import { defineAction } from '../action.ts';
import { recording } from '../activities/recording.ts';
import { stopTranscription, transcription } from '../activities/transcription.ts';
import { ok, refusedWith } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';

export const transcriptionStop = defineAction({
  name: 'transcription_stop',
  parameters: everyCommand,
  run(turn, leg) {
    // A recording finds silence by transcribing.
    if (recording.allOn(leg).some(({ settings }) => settings.silenceMs !== null)) {
      const detail =
        "Call transcription can not be stopped while there is a recording with 'timeout_secs' in progress.";
      return refusedWith(422, '90055', detail);
    }
    for (const one of transcription.allOn(leg)) stopTranscription(turn, leg, one);
    return ok();
  },
});
