import { z } from 'zod';
import { destination, phoneNumber } from './addresses.ts';
import { machineDetectionFields } from './machine-detection.ts';
import { muteDtmf } from './mute-dtmf.ts';
import { outgoingLegExclusive, outgoingLegFields } from './outgoing-leg.ts';
import { recordingFields } from '../recording/recording.ts';
import { sipFields } from './sip.ts';
import { soundModifications } from '../sound/sound.ts';
import { yesNo } from '../parts/values.ts';
import { webhookFields } from '../parts/webhooks.ts';

/** Parameters of `transfer`; the engine adds `client_state`, `target_leg_client_state` and `command_id`. */
export const transferParams = z.object({
  to: destination().meta({
    title: 'Connect with',
    help: 'The number or SIP address that is rung. Keys after a comma, as in +13125550100,200, are pressed once it answers.',
    example: '+13125550100',
    group: 'main',
    control: 'phone',
  }),
  from: phoneNumber().optional().meta({
    title: 'Number to show',
    help: 'The number the called person sees. Without it, the number the caller has rung.',
    example: '+13125550100',
    group: 'main',
    control: 'phone',
  }),
  ...outgoingLegFields,
  early_media: yesNo().optional().meta({
    title: 'Let the caller hear the ringing',
    help: 'Without it, the caller waits in silence until someone answers.',
    carrierDefault: true,
    group: 'advanced',
  }),
  mute_dtmf: muteDtmf,
  sound_modifications: soundModifications,
  ...machineDetectionFields,
  ...recordingFields,
  ...sipFields,
  ...webhookFields,
});

/** Parameters of `transfer` of which the carrier accepts only one. */
export const transferExclusive = outgoingLegExclusive;
