import { defineAction } from '../action.ts';
import {
  endRecording,
  pauseRecording,
  recording,
  resumeRecording,
  type Tape,
} from '../activities/recording.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { recordingNamed } from '../parameters/recording.ts';
import type { Leg } from '../state.ts';
import type { Turn } from '../turn.ts';

/** A command to the recording that runs. None may run any more: it ends by itself, too, and then there is nothing to do. */
function defineRecordingControl(name: string, change: (turn: Turn, leg: Leg, tape: Tape) => void) {
  return defineAction({
    name,
    parameters: { ...everyCommand, ...recordingNamed },
    run(turn, leg, { recording_id: recordingId }) {
      for (const tape of recording.allOn(leg)) {
        const { recordingId: own } = tape.settings;
        if ((recordingId ?? own) === own) change(turn, leg, tape);
      }
      return ok();
    },
  });
}

export const recordStop = defineRecordingControl('record_stop', endRecording);
export const recordPause = defineRecordingControl('record_pause', (turn, _leg, tape) =>
  pauseRecording(turn, tape),
);
export const recordResume = defineRecordingControl('record_resume', (turn, _leg, tape) =>
  resumeRecording(turn, tape),
);
