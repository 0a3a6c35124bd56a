import { z } from 'zod';
import { webUrl } from '../legs/addresses.ts';
import { choice, list, settings, wholeNumber } from './values.ts';

/** Longest time over which the carrier repeats one webhook, in ms. */
const LONGEST_RETRY_MS = 60_000;

const eventType = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)+$/, 'Name the event as the carrier does, like call.answered.');

const retryDelays = list(wholeNumber({ min: 0, of: 'milliseconds' }))
  .max(5, 'Give at most 5 delays.')
  .refine(
    (delays) => delays.reduce((sum, delay) => sum + delay, 0) <= LONGEST_RETRY_MS,
    'Make the delays shorter: together they may last 60000 milliseconds.',
  );

/** Where the carrier reports on this call. Setting an address takes the call out of Gatherline's hands. */
export const webhookFields = {
  webhook_url: webUrl().optional().meta({
    title: 'Report to another address',
    help: 'All further news of this call goes to this address and no longer to Gatherline: the flow stops here and the caller hears nothing more from it.',
    example: 'https://example.com/calls',
    group: 'webhooks',
    control: 'url',
  }),
  webhook_url_method: choice(['POST', 'GET']).optional().meta({
    title: 'Method for the other address',
    help: 'How the news is sent to that address. It has no effect without one.',
    carrierDefault: 'POST',
    group: 'webhooks',
  }),
  webhook_urls: z
    .record(eventType, list(webUrl()), {
      error: 'Write an address for each event, like { "call.hangup": ["https://…"] }.',
    })
    .optional()
    .meta({
      title: 'Report some events elsewhere',
      help: 'News of these kinds goes to these addresses and no longer to Gatherline: a flow that waits for one of them waits in vain.',
      example: { 'call.recording.saved': ['https://example.com/recordings'] },
      group: 'webhooks',
      control: 'json',
    }),
  webhook_urls_method: choice(['POST', 'GET']).optional().meta({
    title: 'Method for the addresses by event',
    help: 'How the news is sent to those addresses. It has no effect without any.',
    carrierDefault: 'POST',
    group: 'webhooks',
  }),
  webhook_retries_policies: z
    .record(
      eventType,
      settings({
        retries_ms: retryDelays.optional().meta({
          title: 'Delays',
          help: 'How long to wait before each new attempt: at most 5, together at most 60000.',
          example: [1000, 2000, 5000],
          unit: 'ms',
        }),
      }),
      { error: 'Write the delays for each event, like { "call.hangup": { "retries_ms": [1000] } }.' },
    )
    .optional()
    .meta({
      title: 'Repeat lost news',
      help: 'How often the carrier tries again when Gatherline does not answer. With too few attempts a short outage can leave the caller waiting.',
      example: { 'call.hangup': { retries_ms: [1000, 2000, 5000] } },
      group: 'webhooks',
      control: 'json',
    }),
};
