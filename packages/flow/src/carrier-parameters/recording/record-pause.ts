import { z } from 'zod';
import { recordingId } from './recording.ts';

/** Parameters of `record_pause`; the engine adds `client_state` and `command_id`. */
export const recordPauseParams = z.object({ recording_id: recordingId });
