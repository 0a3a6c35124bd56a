import { z } from 'zod';
import { templated } from '../parts/text.ts';
import { wholeNumber } from '../parts/values.ts';

/** Parameters of `send_dtmf`; the engine adds `client_state` and `command_id`. */
export const sendDtmfParams = z.object({
  digits: templated({
    cure: 'Write only the keys 0 to 9, A to D, * and #, with w for half a second of pause and W for one.',
    format: /^[0-9A-DwW*#]+$/,
  }).meta({
    title: 'Keys to press',
    help: 'The other side hears these keys. Put w for half a second of pause and W for a whole one.',
    example: '1W200#',
    group: 'main',
    control: 'keys',
  }),
  duration_millis: wholeNumber({ min: 100, max: 500, of: 'milliseconds' }).optional().meta({
    title: 'Length of each tone',
    help: 'How long each key is held. Raise it when the other side misses keys.',
    unit: 'ms',
    carrierDefault: 250,
    group: 'advanced',
  }),
});
