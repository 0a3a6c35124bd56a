import { z } from 'zod';
import { choice } from '../parts/values.ts';

/** Parameters of `reject`; the engine adds `client_state` and `command_id`. */
export const rejectParams = z.object({
  cause: choice(['CALL_REJECTED', 'USER_BUSY']).meta({
    title: 'What the caller is told',
    help: 'Busy sounds like a line in use; refused like a number that does not take calls.',
    labels: { CALL_REJECTED: 'Refused', USER_BUSY: 'Busy' },
    example: 'USER_BUSY',
    group: 'main',
  }),
});
