import { defineAction } from '../action.ts';
import { tellAll } from '../activity.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';

export const aiAssistantStop = defineAction({
  name: 'ai_assistant_stop',
  parameters: everyCommand,
  run(turn, leg) {
    tellAll(leg, (activity) => turn.rulesOf(activity).onAssistantStop(turn, leg, activity));
    return ok();
  },
});
