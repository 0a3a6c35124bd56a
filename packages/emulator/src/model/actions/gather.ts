import { defineAction } from '../action.ts';
import { startGather } from '../activities/gather.ts';
import { ok } from '../errors.ts';
import { digits } from '../parameters/digits.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { integer, text } from '../parameters/row.ts';
import { digitSettings } from './digit-settings.ts';

export const gather = defineAction({
  name: 'gather',
  parameters: {
    ...everyCommand,
    ...digits,
    gather_id: text({ min: 1, max: 40 }),
    initial_timeout_millis: integer({ min: 1, max: 120_000, code: '90056' }),
  },
  run(turn, leg, values) {
    startGather(turn, leg, {
      ...digitSettings(values),
      action: 'gather',
      prompt: null,
      invalidPrompt: null,
      firstKeyMs: values.initial_timeout_millis ?? 5000,
      overallMs: values.timeout_millis ?? 60_000,
      maximumTries: 1,
    });
    return ok();
  },
});
