import { defineAction } from '../action.ts';
import { enterQueue, leaveQueue, queued } from '../activities/queued.ts';
import { ok, refusedWith } from '../errors.ts';
import { partFromPartner } from '../legs.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { flag, integer, required, text } from '../parameters/row.ts';
import { queueNamed } from '../queues.ts';
import type { Queue } from '../state.ts';
import { letStrangersWait } from '../strangers.ts';

export const enqueue = defineAction({
  name: 'enqueue',
  parameters: {
    ...everyCommand,
    keep_after_hangup: flag(),
    max_size: integer({ min: 1 }),
    max_wait_time_secs: integer({ min: 1 }),
    queue_name: required(text({ min: 1, max: 255 })),
  },
  run(turn, leg, { queue_name: name, max_size: maxSize, max_wait_time_secs: seconds, keep_after_hangup }) {
    const [earlier] = queued.allOn(leg);
    if (earlier?.queue === name) {
      return refusedWith(422, '90038', "Call can't be added to a queue it's already in.");
    }
    letStrangersWait(turn, leg, { name, maxSize: maxSize ?? null });
    const queue = queueNamed(turn.state, name);
    if (queue !== undefined && (maxSize ?? queue.maxSize) !== queue.maxSize) {
      return refusedWith(422, '90037', 'Queue exists and max_size cannot be modified.');
    }
    if (queue !== undefined && isFull(queue)) {
      return refusedWith(422, '90036', "The queue is full and can't accept more calls.");
    }
    if (earlier !== undefined) leaveQueue(turn, leg, earlier, 'leave');
    partFromPartner(turn, leg);
    const longestMs = seconds === null || seconds === undefined ? null : seconds * 1000;
    enterQueue(turn, leg, {
      name,
      maxSize: maxSize ?? null,
      longestMs,
      keepsPlace: keep_after_hangup === true,
    });
    return ok();
  },
});

function isFull({ entries, maxSize }: Queue): boolean {
  return entries.length >= maxSize;
}
