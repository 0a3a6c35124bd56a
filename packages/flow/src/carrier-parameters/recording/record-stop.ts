import { z } from 'zod';
import { recordingId } from './recording.ts';

/** Parameters of `record_stop`; the engine adds `client_state` and `command_id`. */
export const recordStopParams = z.object({ recording_id: recordingId });
