import { defineAction } from '../action.ts';
import { leaveQueue, queued } from '../activities/queued.ts';
import { ok, refusedWith } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';

export const leaveQueueAction = defineAction({
  name: 'leave_queue',
  parameters: everyCommand,
  run(turn, leg) {
    const [one] = queued.allOn(leg);
    if (one === undefined) {
      const detail = "This call can't receive this command because it has not been put in any queue yet.";
      return refusedWith(422, '90035', detail);
    }
    leaveQueue(turn, leg, one, 'leave');
    return ok();
  },
});
