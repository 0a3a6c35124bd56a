import { z } from 'zod';
import { queueName } from './queue.ts';
import { wholeNumber, yesNo } from '../parts/values.ts';

/** Parameters of `enqueue`; the engine adds `client_state` and `command_id`. */
export const enqueueParams = z.object({
  queue_name: queueName.meta({
    title: 'Queue',
    help: 'Where the caller waits in line. A queue of a new name is made on the spot.',
    example: 'support',
    group: 'main',
  }),
  max_wait_time_secs: wholeNumber({ min: 1, of: 'seconds' }).optional().meta({
    title: 'Longest wait',
    help: 'After this long the caller leaves the line and the call goes on. Without it, the caller waits until someone is free.',
    unit: 's',
    example: 600,
    group: 'main',
  }),
  max_size: wholeNumber({ min: 1, of: 'callers' }).optional().meta({
    title: 'Most callers in line',
    help: 'Whoever comes when the line is full is not let in. It counts when the queue is made and cannot be changed later.',
    unit: 'people',
    carrierDefault: 100,
    group: 'advanced',
  }),
  keep_after_hangup: yesNo().optional().meta({
    title: 'Keep the place after hanging up',
    help: 'The place in line stays, so that the caller can be rung back when it comes up.',
    carrierDefault: false,
    group: 'advanced',
  }),
});
