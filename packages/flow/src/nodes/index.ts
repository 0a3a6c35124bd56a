import type { NodeDefinition } from '../definition.ts';
import { aiAssistantAddMessages } from './ai-assistant-add-messages.ts';
import { aiAssistantStart } from './ai-assistant-start.ts';
import { aiAssistantStop } from './ai-assistant-stop.ts';
import { answer } from './answer.ts';
import { branch } from './branch.ts';
import { bridge } from './bridge.ts';
import { businessHours } from './business-hours.ts';
import { callerList } from './caller-list.ts';
import { carrierCommand } from './carrier-command.ts';
import { confirm } from './confirm.ts';
import { counter } from './counter.ts';
import { dial } from './dial/dial.ts';
import { enqueue } from './enqueue/enqueue.ts';
import { gather } from './gather.ts';
import { gatherStop } from './gather-stop.ts';
import { gatherUsingAi } from './gather-using-ai.ts';
import { gatherUsingAudio } from './gather-using-audio.ts';
import { gatherUsingSpeak } from './gather-using-speak.ts';
import { hangup } from './hangup.ts';
import { httpRequest } from './http-request/http-request.ts';
import { leaveQueue } from './leave-queue.ts';
import { menu } from './menu/menu.ts';
import { onAiMessageHistory } from './on-ai-message-history.ts';
import { onAiPartialResults } from './on-ai-partial-results.ts';
import { onConversationEnded } from './on-conversation-ended.ts';
import { onDtmf } from './on-dtmf.ts';
import { onError } from './on-error.ts';
import { onHangup } from './on-hangup.ts';
import { onPlayback } from './on-playback.ts';
import { onSignal } from './on-signal.ts';
import { playbackStart } from './playback-start.ts';
import { playbackStop } from './playback-stop.ts';
import { randomSplit } from './random-split.ts';
import { recordPause } from './record-pause.ts';
import { recordResume } from './record-resume.ts';
import { recordStart } from './record-start.ts';
import { recordStop } from './record-stop.ts';
import { refer } from './refer.ts';
import { reject } from './reject.ts';
import { returnNode } from './return.ts';
import { sendDtmf } from './send-dtmf.ts';
import { sendMessage } from './send-message.ts';
import { setLanguage } from './set-language.ts';
import { setVariables } from './set-variables.ts';
import { speak } from './speak.ts';
import { start } from './start.ts';
import { subflow } from './subflow.ts';
import { suppressionStart } from './suppression-start.ts';
import { suppressionStop } from './suppression-stop.ts';
import { transcriptionStart } from './transcription-start.ts';
import { transcriptionStop } from './transcription-stop.ts';
import { transfer } from './transfer.ts';
import { voicemail } from './voicemail/voicemail.ts';
import { wait } from './wait.ts';

const registry = [
  start,
  answer,
  speak,
  playbackStart,
  playbackStop,
  gatherUsingSpeak,
  gatherUsingAudio,
  gather,
  gatherStop,
  gatherUsingAi,
  aiAssistantStart,
  aiAssistantAddMessages,
  aiAssistantStop,
  menu,
  confirm,
  branch,
  counter,
  callerList,
  randomSplit,
  businessHours,
  setVariables,
  setLanguage,
  wait,
  subflow,
  transfer,
  dial,
  bridge,
  enqueue,
  leaveQueue,
  sendDtmf,
  refer,
  voicemail,
  recordStart,
  recordPause,
  recordResume,
  recordStop,
  transcriptionStart,
  transcriptionStop,
  suppressionStart,
  suppressionStop,
  httpRequest,
  sendMessage,
  carrierCommand,
  hangup,
  reject,
  returnNode,
  onDtmf,
  onAiPartialResults,
  onAiMessageHistory,
  onConversationEnded,
  onPlayback,
  onSignal,
  onHangup,
  onError,
] as const;

/** The node types this version knows, in the order of the palette. */
export const definitions: readonly NodeDefinition[] = registry;

export type NodeType = (typeof registry)[number]['type'];

const byType: ReadonlyMap<string, NodeDefinition> = new Map(
  definitions.map((definition) => [definition.type, definition]),
);

/** The definition of a node type; `undefined` for one this version does not know. */
export function definitionOf(type: string): NodeDefinition | undefined {
  return byType.get(type);
}
