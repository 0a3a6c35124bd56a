import { limitMs, type recordedFromAnswer } from '../parameters/beside-the-call.ts';
import type { ValuesOf } from '../parameters/check.ts';
import type { TapeSettings } from '../state.ts';
import { nextUuid, type Turn } from '../turn.ts';

/** The recording that a command asks to begin with the answer; null when it asks for none. */
export function recordingFromAnswer(
  turn: Turn,
  values: ValuesOf<typeof recordedFromAnswer>,
): TapeSettings | null {
  if (values.record !== 'record-from-answer') return null;
  return {
    recordingId: nextUuid(turn),
    channels: values.record_channels ?? 'dual',
    format: values.record_format ?? 'mp3',
    track: values.record_track ?? 'both',
    fileName: values.record_custom_file_name ?? null,
    maximumMs: limitMs(values.record_max_length),
    silenceMs: limitMs(values.record_timeout_secs),
    trims: values.record_trim === 'trim-silence',
    transcribes: false,
  };
}
