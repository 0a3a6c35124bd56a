import { z } from 'zod';
import { keypadFields, wholeGatherFields } from './digits.ts';
import { templated } from '../parts/text.ts';

/** Parameters of `gather`; the engine adds `client_state` and `command_id`. */
export const gatherParams = z.object({
  ...keypadFields,
  ...wholeGatherFields,
  gather_id: templated({ cure: 'Write an id of 1 to 40 characters.', max: 40 }).optional().meta({
    title: 'Id of this question',
    help: 'The carrier repeats it when the gather ends. Gatherline does not need it, and the caller does not notice it.',
    example: 'main-menu',
    group: 'advanced',
  }),
});
