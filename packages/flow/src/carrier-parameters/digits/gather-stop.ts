import { z } from 'zod';

/** Parameters of `gather_stop`: none but those the engine adds, `client_state` and `command_id`. */
export const gatherStopParams = z.object({});
