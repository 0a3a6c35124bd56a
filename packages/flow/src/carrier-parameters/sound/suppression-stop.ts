import { z } from 'zod';

/** Parameters of `suppression_stop`: none but those the engine adds, `client_state` and `command_id`. */
export const suppressionStopParams = z.object({});
