import type { Action } from '../action.ts';
import { aiAssistantAddMessages } from './ai-assistant-add-messages.ts';
import { aiAssistantJoin } from './ai-assistant-join.ts';
import { aiAssistantStart } from './ai-assistant-start.ts';
import { aiAssistantStop } from './ai-assistant-stop.ts';
import { answer } from './answer.ts';
import { bridge } from './bridge.ts';
import { clientStateUpdate } from './client-state-update.ts';
import { enqueue } from './enqueue.ts';
import { gatherStop } from './gather-stop.ts';
import { gatherUsingAi } from './gather-using-ai.ts';
import { gatherUsingAudio } from './gather-using-audio.ts';
import { gatherUsingSpeak } from './gather-using-speak.ts';
import { gather } from './gather.ts';
import { hangup } from './hangup.ts';
import { leaveQueueAction } from './leave-queue.ts';
import { suppressionStart, suppressionStop } from './noise-suppression.ts';
import { notPlayed } from './not-played.ts';
import { playbackStart } from './playback-start.ts';
import { playbackStop } from './playback-stop.ts';
import { recordStart } from './record-start.ts';
import { recordPause, recordResume, recordStop } from './recording-control.ts';
import { refer } from './refer.ts';
import { reject } from './reject.ts';
import { sendDtmf } from './send-dtmf.ts';
import { speak } from './speak.ts';
import { transcriptionStart } from './transcription-start.ts';
import { transcriptionStop } from './transcription-stop.ts';
import { transfer } from './transfer.ts';

const actions: readonly Action[] = [
  aiAssistantAddMessages,
  aiAssistantJoin,
  aiAssistantStart,
  aiAssistantStop,
  answer,
  bridge,
  clientStateUpdate,
  enqueue,
  gather,
  gatherStop,
  gatherUsingAi,
  gatherUsingAudio,
  gatherUsingSpeak,
  hangup,
  leaveQueueAction,
  playbackStart,
  playbackStop,
  recordPause,
  recordResume,
  recordStart,
  recordStop,
  refer,
  reject,
  sendDtmf,
  speak,
  suppressionStart,
  suppressionStop,
  transcriptionStart,
  transcriptionStop,
  transfer,
  ...notPlayed,
];

const actionsByName = new Map(actions.map((action) => [action.name, action]));

/** The action of that name on a leg; undefined when the carrier has none. */
export function actionNamed(name: string): Action | undefined {
  return actionsByName.get(name);
}

/** Names of all actions on a leg, in Telnyx's words. */
export const actionNames: readonly string[] = actions.map(({ name }) => name);
