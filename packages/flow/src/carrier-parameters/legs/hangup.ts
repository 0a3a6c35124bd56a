import { z } from 'zod';
import { customHeaders } from './sip.ts';

/** Parameters of `hangup`; the engine adds `client_state` and `command_id`. */
export const hangupParams = z.object({ custom_headers: customHeaders });
