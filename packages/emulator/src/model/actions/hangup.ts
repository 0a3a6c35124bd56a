import { defineAction } from '../action.ts';
import { cancelLeg } from '../activities/cancelling.ts';
import { ok } from '../errors.ts';
import { endedByApplication, endLeg, type LegEnd } from '../legs.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { list } from '../parameters/row.ts';

// How a hang-up before the answer is reported is not documented: taken as a rejection.
const refusedCall: LegEnd = { cause: 'call_rejected', source: 'callee', sip: '603' };

export const hangup = defineAction({
  name: 'hangup',
  parameters: { ...everyCommand, custom_headers: list() },
  needsAnswer: false,
  run(turn, leg) {
    if (leg.answeredAtMs !== null) endLeg(turn, leg, endedByApplication(leg));
    else if (leg.direction === 'incoming') endLeg(turn, leg, refusedCall);
    else cancelLeg(turn, leg);
    return ok();
  },
});
