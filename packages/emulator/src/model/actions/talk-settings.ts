import type { Talk } from '../activities/talk.ts';
import type { ValuesOf } from '../parameters/check.ts';
import { isString } from '../parameters/row.ts';
import type { talking } from '../parameters/talking.ts';

const defaultModel = 'Qwen/Qwen3-235B-A22B';
const defaultSttModel = 'distil-whisper/distil-large-v2';

type Shared = Pick<Talk, 'voice' | 'interruptible' | 'sendHistoryUpdates' | 'model' | 'sttModel'>;

/** The settings all assistants share, with the carrier's defaults. */
export function talkSettings(values: ValuesOf<typeof talking>): Shared {
  const model = values.assistant?.['model'];
  const sttModel = values.transcription?.['model'];
  return {
    voice: values.voice ?? 'Telnyx.KokoroTTS.af',
    interruptible: values.interruption_settings?.['enable'] !== false,
    sendHistoryUpdates: values.send_message_history_updates === true,
    model: isString(model) ? model : defaultModel,
    sttModel: isString(sttModel) ? sttModel : defaultSttModel,
  };
}
