import { z } from 'zod';
import { recordingId } from './recording.ts';

/** Parameters of `record_resume`; the engine adds `client_state` and `command_id`. */
export const recordResumeParams = z.object({ recording_id: recordingId });
