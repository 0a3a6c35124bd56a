import { defineAction } from '../action.ts';
import { tellAll } from '../activity.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';

export const gatherStop = defineAction({
  name: 'gather_stop',
  parameters: everyCommand,
  run(turn, leg) {
    tellAll(leg, (activity) => turn.rulesOf(activity).onGatherStop(turn, leg, activity));
    return ok();
  },
});
