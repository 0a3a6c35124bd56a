import { defineAction } from '../action.ts';
import { ok } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { integer, matching, required } from '../parameters/row.ts';
import { hear, legOf } from '../turn.ts';
import { pressKeys } from '../voice-and-keys.ts';

export const sendDtmf = defineAction({
  name: 'send_dtmf',
  parameters: {
    ...everyCommand,
    digits: required(matching(/^[0-9A-D*#wW]+$/, { code: '90014', expects: 'made of 0-9 A-D * # w W' })),
    duration_millis: integer({ min: 100, max: 500, code: '90027' }),
  },
  run(turn, leg, { digits }) {
    hear(turn, leg, { kind: 'tones', digits });
    const other = leg.bridgedWith === null ? undefined : legOf(turn, leg.bridgedWith);
    if (other !== undefined) {
      hear(turn, other, { kind: 'tones', digits });
      pressKeys(turn, other, digits);
    }
    return ok();
  },
});
