import { z } from 'zod';
import { choice, yesNo } from '../parts/values.ts';

/** Parameters of `playback_stop`; the engine adds `client_state` and `command_id`. */
export const playbackStopParams = z.object({
  stop: choice(['current', 'all'])
    .optional()
    .meta({
      title: 'What to silence',
      help: 'Only what the caller hears now, so that the next one in the queue begins, or everything.',
      labels: { current: 'What plays now', all: 'What plays now and all that waits' },
      carrierDefault: 'all',
      group: 'main',
    }),
  overlay: yesNo().optional().meta({
    title: 'Sounds mixed in',
    help: 'Silences the sounds that were mixed over others.',
    carrierDefault: false,
    group: 'advanced',
  }),
});
