import { choice } from '../parts/values.ts';

/** Who hears the tones of the keys while two calls are connected, on `transfer` and `bridge`. */
export const muteDtmf = choice(['none', 'both', 'self', 'opposite'])
  .optional()
  .meta({
    title: 'Keep key tones from',
    help: 'Who does not hear the tones of the keys. The flow still learns which were pressed.',
    labels: { none: 'Nobody', both: 'Both', self: 'The caller', opposite: 'The other side' },
    carrierDefault: 'none',
    group: 'advanced',
  });
