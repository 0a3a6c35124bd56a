import * as ours from '../carrier-parameters/index.ts';
import type { z } from 'zod';
import { describedAll } from './described.ts';
import { otherActions } from './other-actions.ts';
import type { Action } from './parameter.ts';

/** Actions whose parameters a node of ours describes already. */
const withNode: { readonly [action: string]: z.ZodObject } = {
  ai_assistant_add_messages: ours.aiAssistantAddMessagesParams,
  ai_assistant_start: ours.aiAssistantStartParams,
  ai_assistant_stop: ours.aiAssistantStopParams,
  answer: ours.answerParams,
  bridge: ours.bridgeParams,
  enqueue: ours.enqueueParams,
  gather: ours.gatherParams,
  gather_stop: ours.gatherStopParams,
  gather_using_ai: ours.gatherUsingAiParams,
  gather_using_audio: ours.gatherUsingAudioParams,
  gather_using_speak: ours.gatherUsingSpeakParams,
  hangup: ours.hangupParams,
  leave_queue: ours.leaveQueueParams,
  playback_start: ours.playbackStartParams,
  playback_stop: ours.playbackStopParams,
  record_pause: ours.recordPauseParams,
  record_resume: ours.recordResumeParams,
  record_start: ours.recordStartParams,
  record_stop: ours.recordStopParams,
  refer: ours.referParams,
  reject: ours.rejectParams,
  send_dtmf: ours.sendDtmfParams,
  speak: ours.speakParams,
  suppression_start: ours.suppressionStartParams,
  suppression_stop: ours.suppressionStopParams,
  transcription_start: ours.transcriptionStartParams,
  transcription_stop: ours.transcriptionStopParams,
  transfer: ours.transferParams,
};

const needs: { readonly [action: string]: Action['needs'] } = {
  bridge: ours.bridgeExclusive,
  conversation_relay_start: [['url', 'conversation_relay_url', 'conversation_relay_settings']],
  playback_start: ours.playbackStartExclusive,
};

const exclusive: { readonly [action: string]: Action['exclusive'] } = {
  bridge: ours.bridgeExclusive,
  gather_using_audio: ours.gatherUsingAudioExclusive,
  playback_start: ours.playbackStartExclusive,
  transfer: ours.transferExclusive,
};

/**
 * Every action the carrier has under `/calls/{call_control_id}/actions/`, by name, in the order of the alphabet; but
 * for `client_state_update`, which would cut a call off from its flow.
 */
export const carrierActions: readonly string[] = [
  ...Object.keys(withNode),
  ...Object.keys(otherActions),
].toSorted();

/** Whether a node of ours does just this action, and knows what comes of it. */
export function hasNode(action: string): boolean {
  return Object.hasOwn(withNode, action);
}

/** What the body of an action may hold; `undefined` for an action the carrier does not have. */
export function actionOf(name: string): Action | undefined {
  const schema = Object.hasOwn(withNode, name) ? withNode[name] : undefined;
  const parameters = schema === undefined ? otherParameters(name) : describedAll(schema);
  if (parameters === undefined) return undefined;
  return {
    parameters,
    ...(needs[name] && { needs: needs[name] }),
    ...(exclusive[name] && { exclusive: exclusive[name] }),
  };
}

function otherParameters(name: string): Action['parameters'] | undefined {
  const others: { readonly [action: string]: Action['parameters'] } = otherActions;
  return Object.hasOwn(others, name) ? others[name] : undefined;
}
