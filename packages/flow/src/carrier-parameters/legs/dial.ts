import { z } from 'zod';
import { destination, phoneNumber, phoneNumberOrSip } from './addresses.ts';
import { billingGroupId } from './billing.ts';
import { conferenceConfig } from './conference.ts';
import { conversationRelayConfig } from '../assistant/conversation-relay.ts';
import { deepfakeDetection } from './deepfake-detection.ts';
import { machineDetectionFields } from './machine-detection.ts';
import { outgoingLegExclusive, outgoingLegFields } from './outgoing-leg.ts';
import { recordingFields } from '../recording/recording.ts';
import { sipFields } from './sip.ts';
import { soundModifications } from '../sound/sound.ts';
import { storedAssistant } from '../assistant/stored-assistant.ts';
import { dialStreamFields, streamFields } from '../sound/streaming.ts';
import { templated } from '../parts/text.ts';
import { transcriptionFields } from '../transcription/transcription.ts';
import { choice, list, yesNo } from '../parts/values.ts';
import { webhookFields } from '../parts/webhooks.ts';

const callControlId = templated({ cure: 'Write the call_control_id of a call.' });

const linkFields = {
  link_to: callControlId.optional().meta({
    title: 'Belongs to the call',
    help: 'The call_control_id of the call this one is made for. Joining the two needs it.',
    example: '{{ call.id }}',
    group: 'advanced',
  }),
  bridge_intent: yesNo().optional().meta({
    title: 'Will be joined',
    help: 'Shows the number of the linked caller instead of yours. Needs the call it belongs to.',
    carrierDefault: false,
    group: 'advanced',
  }),
  bridge_on_answer: yesNo().optional().meta({
    title: 'Join on answering',
    help: 'Caller and called person hear each other as soon as the call is answered. Needs the call it belongs to.',
    carrierDefault: false,
    group: 'advanced',
  }),
  prevent_double_bridge: yesNo().optional().meta({
    title: 'Only if the caller is free',
    help: 'Hangs up instead of joining when the caller is already connected to someone.',
    carrierDefault: false,
    group: 'advanced',
  }),
  supervise_call_control_id: callControlId.optional().meta({
    title: 'Call to supervise',
    help: 'The call_control_id of a call that the called person listens to.',
    example: '{{ call.id }}',
    group: 'advanced',
  }),
  supervisor_role: choice(['barge', 'whisper', 'monitor'])
    .optional()
    .meta({
      title: 'Role of the supervisor',
      help: 'A listener is heard by nobody, a whisperer by one side, and one who takes part by both.',
      labels: { barge: 'Takes part', whisper: 'Whispers', monitor: 'Listens' },
      carrierDefault: 'barge',
      group: 'advanced',
    }),
};

/** Parameters of `dial`; the engine adds `client_state` and `command_id`. */
export const dialParams = z.object({
  to: z
    .union([destination(), list(phoneNumberOrSip()).min(1, 'Give at least one number.')], {
      error:
        'Write the number like +13125550100, or a SIP address like sip:ana@example.com, or a list of them.',
    })
    .meta({
      title: 'Ring',
      help: 'The number or SIP address that is rung; with a list, all of them. Keys after the comma of a single number are pressed once it answers.',
      example: '+13125550100',
      group: 'main',
      control: 'phone',
    }),
  from: phoneNumber().meta({
    title: 'Number to show',
    help: 'The number the called person sees.',
    example: '+13125550100',
    group: 'main',
    control: 'phone',
  }),
  connection_id: templated({
    cure: 'Copy the id of your Voice API application from the Telnyx portal.',
  }).meta({
    title: 'Application',
    help: 'The Voice API application at Telnyx through which the call is made.',
    example: '1234567890123456789',
    group: 'advanced',
  }),
  ...outgoingLegFields,
  retry_on_timeout: yesNo().optional().meta({
    title: 'Try other routes',
    help: 'When nobody answers in time, the carrier tries the same number over other networks: it rings on.',
    carrierDefault: true,
    group: 'advanced',
  }),
  ...linkFields,
  conference_config: conferenceConfig,
  sound_modifications: soundModifications,
  ...machineDetectionFields,
  deepfake_detection: deepfakeDetection,
  billing_group_id: billingGroupId,
  ...recordingFields,
  ...transcriptionFields,
  assistant: storedAssistant,
  ...streamFields,
  ...dialStreamFields,
  conversation_relay_config: conversationRelayConfig,
  ...sipFields,
  ...webhookFields,
});

/** Parameters of `dial` of which the carrier accepts only one. */
export const dialExclusive = outgoingLegExclusive;
