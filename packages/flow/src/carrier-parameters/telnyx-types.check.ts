// Compiled, never run: does not compile when our parameters and those of the `telnyx` package part ways.
import type {
  ActionAddAIAssistantMessagesParams,
  ActionAnswerParams,
  ActionGatherParams,
  ActionGatherUsingAIParams,
  ActionGatherUsingAudioParams,
  ActionGatherUsingSpeakParams,
  ActionHangupParams,
  ActionRejectParams,
  ActionSpeakParams,
  ActionStartAIAssistantParams,
  ActionStartPlaybackParams,
  ActionStopAIAssistantParams,
  ActionStopGatherParams,
  ActionStopPlaybackParams,
  ActionTransferParams,
} from 'telnyx/resources/calls/actions';
import type { CallDialParams } from 'telnyx/resources/calls/calls';
import type { z } from 'zod';
import type * as ours from './index.ts';
import type { Proven, SameDemands, SameParameters } from './same-parameters.ts';

type Compared<Schema extends z.ZodType, Sdk, Own extends string = never> = SameParameters<
  z.output<Schema>,
  Sdk,
  Own
> &
  SameDemands<z.output<Schema>, Sdk>;

// In the published document of 2026-07-16, gone from SDK 7.24: the stored assistant decides.
type StartOnlyInDocument = 'voice' | 'voice_settings' | `voice_settings.${string}`;

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
  dialParams: Proven<Compared<typeof ours.dialParams, CallDialParams>>;
  gatherParams: Proven<Compared<typeof ours.gatherParams, ActionGatherParams>>;
  gatherStopParams: Proven<Compared<typeof ours.gatherStopParams, ActionStopGatherParams>>;
  gatherUsingAiParams: Proven<Compared<typeof ours.gatherUsingAiParams, ActionGatherUsingAIParams>>;
  gatherUsingAudioParams: Proven<Compared<typeof ours.gatherUsingAudioParams, ActionGatherUsingAudioParams>>;
  gatherUsingSpeakParams: Proven<Compared<typeof ours.gatherUsingSpeakParams, ActionGatherUsingSpeakParams>>;
  hangupParams: Proven<Compared<typeof ours.hangupParams, ActionHangupParams>>;
  playbackStartParams: Proven<Compared<typeof ours.playbackStartParams, ActionStartPlaybackParams>>;
  playbackStopParams: Proven<Compared<typeof ours.playbackStopParams, ActionStopPlaybackParams>>;
  rejectParams: Proven<Compared<typeof ours.rejectParams, ActionRejectParams>>;
  speakParams: Proven<Compared<typeof ours.speakParams, ActionSpeakParams>>;
  transferParams: Proven<Compared<typeof ours.transferParams, ActionTransferParams>>;
}
