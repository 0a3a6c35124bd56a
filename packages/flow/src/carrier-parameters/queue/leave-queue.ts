import { z } from 'zod';

/** Parameters of `leave_queue`: none but those the engine adds, `client_state` and `command_id`. */
export const leaveQueueParams = z.object({});
