import { z } from 'zod';

/** Parameters of `ai_assistant_stop`: none but those the engine adds, `client_state` and `command_id`. */
export const aiAssistantStopParams = z.object({});
