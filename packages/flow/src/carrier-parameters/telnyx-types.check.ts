// Compiled, never run: does not compile when our parameters and those of the `telnyx` package part ways.
import type {
  ActionAddAIAssistantMessagesParams,
  ActionAnswerParams,
  ActionBridgeParams,
  ActionEnqueueParams,
  ActionGatherParams,
  ActionGatherUsingAIParams,
  ActionGatherUsingAudioParams,
  ActionGatherUsingSpeakParams,
  ActionHangupParams,
  ActionLeaveQueueParams,
  ActionPauseRecordingParams,
  ActionReferParams,
  ActionRejectParams,
  ActionResumeRecordingParams,
  ActionSendDtmfParams,
  ActionSpeakParams,
  ActionStartAIAssistantParams,
  ActionStartNoiseSuppressionParams,
  ActionStartPlaybackParams,
  ActionStartRecordingParams,
  ActionStartTranscriptionParams,
  ActionStopAIAssistantParams,
  ActionStopGatherParams,
  ActionStopNoiseSuppressionParams,
  ActionStopPlaybackParams,
  ActionStopRecordingParams,
  ActionStopTranscriptionParams,
  ActionTransferParams,
} from 'telnyx/resources/calls/actions';
import type { CallDialParams } from 'telnyx/resources/calls/calls';
import type { MessageSendParams } from 'telnyx/resources/messages/messages';
import type { z } from 'zod';
import type * as ours from './index.ts';
import type { Proven, SameDemands, SameParameters } from './parts/same-parameters.ts';

type Compared<Schema extends z.ZodType, Sdk, Own extends string = never> = SameParameters<
  z.output<Schema>,
  Sdk,
  Own
> &
  SameDemands<z.output<Schema>, Sdk>;

// In the published document of 2026-07-16, gone from SDK 7.24: the stored assistant decides.
type StartOnlyInDocument = 'voice' | 'voice_settings' | `voice_settings.${string}`;

// The SDK's argument goes out as `call_control_id`, and the carrier's guide bridges with a queue alone.
type BridgeOnTheWire = Omit<ActionBridgeParams, 'call_control_id_to_bridge_with'> & {
  call_control_id?: ActionBridgeParams['call_control_id_to_bridge_with'];
};

// Published since SDK 7.24.
type NewerThanSdk = 'answering_machine_detection_config.prompt_end_timeout_millis';
type WithScreening<Params extends { answering_machine_detection?: string }> = Omit<
  Params,
  'answering_machine_detection'
> & {
  answering_machine_detection?:
    | NonNullable<Params['answering_machine_detection']>
    | 'premium_ios_call_screening_detection';
};

/** One proof for each set of parameters this folder exports, under the name it is exported by. */
export interface ProvenParameters {
  aiAssistantAddMessagesParams: Proven<
    Compared<typeof ours.aiAssistantAddMessagesParams, ActionAddAIAssistantMessagesParams>
  >;
  aiAssistantStartParams: Proven<
    Compared<typeof ours.aiAssistantStartParams, ActionStartAIAssistantParams, StartOnlyInDocument>
  >;
  aiAssistantStopParams: Proven<Compared<typeof ours.aiAssistantStopParams, ActionStopAIAssistantParams>>;
  answerParams: Proven<Compared<typeof ours.answerParams, ActionAnswerParams>>;
  bridgeParams: Proven<Compared<typeof ours.bridgeParams, BridgeOnTheWire>>;
  dialParams: Proven<Compared<typeof ours.dialParams, WithScreening<CallDialParams>, NewerThanSdk>>;
  enqueueParams: Proven<Compared<typeof ours.enqueueParams, ActionEnqueueParams>>;
  gatherParams: Proven<Compared<typeof ours.gatherParams, ActionGatherParams>>;
  gatherStopParams: Proven<Compared<typeof ours.gatherStopParams, ActionStopGatherParams>>;
  gatherUsingAiParams: Proven<Compared<typeof ours.gatherUsingAiParams, ActionGatherUsingAIParams>>;
  gatherUsingAudioParams: Proven<Compared<typeof ours.gatherUsingAudioParams, ActionGatherUsingAudioParams>>;
  gatherUsingSpeakParams: Proven<Compared<typeof ours.gatherUsingSpeakParams, ActionGatherUsingSpeakParams>>;
  hangupParams: Proven<Compared<typeof ours.hangupParams, ActionHangupParams>>;
  leaveQueueParams: Proven<Compared<typeof ours.leaveQueueParams, ActionLeaveQueueParams>>;
  playbackStartParams: Proven<Compared<typeof ours.playbackStartParams, ActionStartPlaybackParams>>;
  playbackStopParams: Proven<Compared<typeof ours.playbackStopParams, ActionStopPlaybackParams>>;
  recordPauseParams: Proven<Compared<typeof ours.recordPauseParams, ActionPauseRecordingParams>>;
  recordResumeParams: Proven<Compared<typeof ours.recordResumeParams, ActionResumeRecordingParams>>;
  recordStartParams: Proven<Compared<typeof ours.recordStartParams, ActionStartRecordingParams>>;
  recordStopParams: Proven<Compared<typeof ours.recordStopParams, ActionStopRecordingParams>>;
  referParams: Proven<Compared<typeof ours.referParams, ActionReferParams>>;
  rejectParams: Proven<Compared<typeof ours.rejectParams, ActionRejectParams>>;
  sendDtmfParams: Proven<Compared<typeof ours.sendDtmfParams, ActionSendDtmfParams>>;
  sendMessageParams: Proven<Compared<typeof ours.sendMessageParams, MessageSendParams>>;
  speakParams: Proven<Compared<typeof ours.speakParams, ActionSpeakParams>>;
  suppressionStartParams: Proven<
    Compared<typeof ours.suppressionStartParams, ActionStartNoiseSuppressionParams>
  >;
  suppressionStopParams: Proven<
    Compared<typeof ours.suppressionStopParams, ActionStopNoiseSuppressionParams>
  >;
  transcriptionStartParams: Proven<
    Compared<typeof ours.transcriptionStartParams, ActionStartTranscriptionParams>
  >;
  transcriptionStopParams: Proven<
    Compared<typeof ours.transcriptionStopParams, ActionStopTranscriptionParams>
  >;
  transferParams: Proven<
    Compared<typeof ours.transferParams, WithScreening<ActionTransferParams>, NewerThanSdk>
  >;
}
