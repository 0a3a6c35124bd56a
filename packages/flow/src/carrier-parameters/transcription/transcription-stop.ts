import { z } from 'zod';

/** Parameters of `transcription_stop`: none but those the engine adds, `client_state` and `command_id`. */
export const transcriptionStopParams = z.object({});
