import { defineAction } from '../action.ts';
import { ok } from '../errors.ts';
import { endedByApplication, endLeg, type LegEnd } from '../legs.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { list } from '../parameters/row.ts';
import type { Leg } from '../state.ts';

// How a hang-up before the answer is reported is not documented: taken as a rejection, or as a caller's change of mind.
const refusedCall: LegEnd = { cause: 'call_rejected', source: 'callee', sip: '603' };
const cancelledCall: LegEnd = { cause: 'originator_cancel', source: 'caller', sip: '487' };

export const hangup = defineAction({
  name: 'hangup',
  parameters: { ...everyCommand, custom_headers: list() },
  needsAnswer: false,
  run(turn, leg) {
    endLeg(turn, leg, endOf(leg));
    return ok();
  },
});

function endOf(leg: Leg): LegEnd {
  if (leg.answeredAtMs !== null) return endedByApplication(leg);
  return leg.direction === 'incoming' ? refusedCall : cancelledCall;
}
