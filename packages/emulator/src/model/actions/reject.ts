import { defineAction } from '../action.ts';
import { ok, refusedWith } from '../errors.ts';
import { endLeg } from '../legs.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { oneOf, required } from '../parameters/row.ts';

export const reject = defineAction({
  name: 'reject',
  parameters: { ...everyCommand, cause: required(oneOf(['CALL_REJECTED', 'USER_BUSY'])) },
  needsAnswer: false,
  run(turn, leg, { cause }) {
    if (leg.direction === 'outgoing' || leg.answeredAtMs !== null) {
      return refusedWith(422, '90102', 'The reject command is only for incoming calls that ring.');
    }
    const isBusy = cause === 'USER_BUSY';
    endLeg(turn, leg, {
      cause: isBusy ? 'user_busy' : 'call_rejected',
      source: 'callee',
      sip: isBusy ? '486' : '603',
    });
    return ok();
  },
});
