import { z } from 'zod';
import { billingGroupId } from './billing.ts';
import { conversationRelayConfig } from '../assistant/conversation-relay.ts';
import { deepfakeDetection } from './deepfake-detection.ts';
import { recordingFields } from '../recording/recording.ts';
import { customHeaders, sipHeaders } from './sip.ts';
import { soundModifications } from '../sound/sound.ts';
import { storedAssistant } from '../assistant/stored-assistant.ts';
import { streamFields } from '../sound/streaming.ts';
import { transcriptionFields } from '../transcription/transcription.ts';
import { choice } from '../parts/values.ts';
import { webhookFields } from '../parts/webhooks.ts';

/** Parameters of `answer`; the engine adds `client_state` and `command_id`. */
export const answerParams = z.object({
  ...recordingFields,
  ...transcriptionFields,
  assistant: storedAssistant,
  ...streamFields,
  conversation_relay_config: conversationRelayConfig,
  deepfake_detection: deepfakeDetection,
  sound_modifications: soundModifications,
  billing_group_id: billingGroupId,
  // The carrier lists one value here; `dial` and `transfer` take any order of codecs.
  preferred_codecs: choice(['G722,PCMU,PCMA,G729,OPUS,VP8,H264']).optional().meta({
    title: 'Codecs',
    help: 'The codecs that are offered, in this order. The first that both sides know decides how the call sounds.',
    group: 'sip',
  }),
  custom_headers: customHeaders,
  sip_headers: sipHeaders,
  ...webhookFields,
});
