import { defineAction } from '../action.ts';
import { recording, startRecording } from '../activities/recording.ts';
import { transcription } from '../activities/transcription.ts';
import { ok, refusedWith } from '../errors.ts';
import { limitMs } from '../parameters/beside-the-call.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { recordingSettings } from '../parameters/recording.ts';
import { hear, nextUuid } from '../turn.ts';

export const recordStart = defineAction({
  name: 'record_start',
  parameters: { ...everyCommand, ...recordingSettings },
  run(turn, leg, values) {
    if (recording.allOn(leg).length > 0) {
      // Not documented: one recording of a leg at a time, and the code of a command that the call's state forbids.
      return refusedWith(422, '90033', 'This call is already being recorded.');
    }
    const silenceMs = limitMs(values.timeout_secs);
    if (silenceMs !== null && transcription.allOn(leg).length > 0) {
      const detail =
        "Call recording can not be started with 'timeout_secs' while the call is being transcribed.";
      return refusedWith(422, '90053', detail);
    }
    if (values.play_beep === true) hear(turn, leg, { kind: 'beep' });
    startRecording(turn, leg, {
      recordingId: nextUuid(turn),
      channels: values.channels,
      format: values.format,
      track: values.recording_track ?? 'both',
      fileName: values.custom_file_name ?? null,
      maximumMs: limitMs(values.max_length),
      silenceMs,
      trims: values.trim === 'trim-silence',
      transcribes: values.transcription === true,
    });
    return ok();
  },
});
