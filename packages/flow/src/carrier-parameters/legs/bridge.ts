import { z } from 'zod';
import { uuid } from './addresses.ts';
import { muteDtmf } from './mute-dtmf.ts';
import { outgoingLegFields } from './outgoing-leg.ts';
import { queueName } from '../queue/queue.ts';
import { recordingFields } from '../recording/recording.ts';
import { ringtone } from './ringtone.ts';
import { templated } from '../parts/text.ts';
import { yesNo } from '../parts/values.ts';

/** Parameters of `bridge`, as they are sent; the engine adds `client_state` and `command_id`. */
export const bridgeParams = z.object({
  call_control_id: templated({ cure: 'Write the call_control_id of a call.' }).optional().meta({
    title: 'Connect with the call',
    help: 'The call_control_id of the call whose person talks with the caller. Give this, a queue or a video room.',
    example: '{{ vars.agent_call }}',
    group: 'main',
  }),
  queue: queueName.optional().meta({
    title: 'Connect with the first in the queue',
    help: 'Whoever has waited longest in this queue talks with the caller, and leaves the queue even if connecting fails. Give this, a call or a video room.',
    example: 'support',
    group: 'main',
  }),
  play_ringtone: yesNo().optional().meta({
    title: 'Let the caller hear ringing',
    help: 'Plays a ringing tone until the other call is answered.',
    carrierDefault: false,
    group: 'main',
  }),
  ringtone,
  hold_after_unbridge: yesNo().optional().meta({
    title: 'Hold when the other side hangs up',
    help: 'Puts this side on hold, so that the flow can go on with it. Without it, both are hung up.',
    group: 'advanced',
  }),
  park_after_unbridge: outgoingLegFields.park_after_unbridge,
  mute_dtmf: muteDtmf,
  prevent_double_bridge: yesNo().optional().meta({
    title: 'Only if the other side is free',
    help: 'Connects nobody when the other side is already talking to someone else.',
    carrierDefault: false,
    group: 'advanced',
  }),
  video_room_id: uuid().optional().meta({
    title: 'Connect with a video room',
    help: 'The id of a video room at Telnyx that the caller joins by voice. Give this, a call or a queue.',
    example: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0',
    group: 'advanced',
  }),
  video_room_context: templated({ cure: 'Write a note for the video room.' }).optional().meta({
    title: 'Note for the video room',
    help: 'Handed to the video room, such as the name of the caller. It has no effect without a video room.',
    example: '{{ vars.name }}',
    group: 'advanced',
  }),
  ...recordingFields,
});

/** Parameters of `bridge` of which the carrier accepts only one; it needs one of them. */
export const bridgeExclusive = [
  ['call_control_id', 'queue', 'video_room_id'],
] as const satisfies ReadonlyArray<readonly (keyof typeof bridgeParams.shape)[]>;
