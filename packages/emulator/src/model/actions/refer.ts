import { defineAction } from '../action.ts';
import { leaveQueue, queued } from '../activities/queued.ts';
import { referral, startReferral } from '../activities/referral.ts';
import { ok, refusedWith } from '../errors.ts';
import { everyCommand } from '../parameters/every-command.ts';
import { list, matching, required, text } from '../parameters/row.ts';

export const refer = defineAction({
  name: 'refer',
  parameters: {
    ...everyCommand,
    custom_headers: list(),
    sip_address: required(matching(/^sips?:[^\s@]+@[^\s@]+$/i, { code: '10015', expects: 'a SIP URI' })),
    sip_auth_password: text(),
    sip_auth_username: text(),
    sip_headers: list(),
  },
  run(turn, leg, { sip_address: address }) {
    if (referral.allOn(leg).length > 0) {
      return refusedWith(422, '90033', 'This call is already being referred.');
    }
    for (const one of queued.allOn(leg)) leaveQueue(turn, leg, one, 'bridging-in-process');
    startReferral(turn, leg, address);
    return ok();
  },
});
