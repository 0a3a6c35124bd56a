import { definitionOf, type JsonObject } from '@gatherline/flow';
import { readable } from './step-names.ts';
import { plain } from './value-words.ts';

/** What the flow asked for, in plain words. */
export function commandInWords(action: string, body: JsonObject): string {
  return elsewhere[action]?.(body) ?? `Asked Telnyx to ${actionInWords(action)}`;
}

/** Commands that ask somebody other than the one on the line. */
const elsewhere: Readonly<Record<string, (body: JsonObject) => string>> = {
  http_request: ({ method, url }) => `Asked a server: ${plain(method)} ${plain(url)}`,
  send_message: ({ to }) => `Sent a text message to ${plain(to)}`,
  dial: ({ to }) =>
    to === undefined ? 'Asked Telnyx to ring somebody' : `Asked Telnyx to ring ${people(to)}`,
  transfer: ({ to }) => `Asked Telnyx to put the call through to ${plain(to)}`,
};

function people(to: JsonObject[string] | undefined): string {
  return Array.isArray(to) ? to.map(plain).join(', ') : plain(to);
}

/** What a command does, after "to". */
export function actionInWords(action: string): string {
  const title = definitionOf(action)?.title;
  return actions[action] ?? `do this: ${title ?? readable(action)}`;
}

const actions: Readonly<Record<string, string>> = {
  ai_assistant_add_messages: 'tell the AI assistant something',
  ai_assistant_join: 'let somebody join the AI assistant',
  ai_assistant_start: 'start an AI assistant',
  ai_assistant_stop: 'stop the AI assistant',
  answer: 'answer the call',
  bridge: 'connect two calls',
  client_state_update: 'keep a note on the call',
  conversation_relay_start: 'connect another AI to the call',
  conversation_relay_stop: 'disconnect the other AI',
  dial: 'ring somebody',
  enqueue: 'put the caller in line',
  fork_start: 'send a copy of the sound elsewhere',
  fork_stop: 'stop sending a copy of the sound',
  gather: 'collect keys',
  gather_stop: 'stop collecting',
  gather_using_ai: 'let an AI ask the caller',
  gather_using_audio: 'play a prompt and collect keys',
  gather_using_speak: 'speak a prompt and collect keys',
  hangup: 'hang up',
  http_request: 'ask a server',
  leave_queue: 'take the caller out of the line',
  pay: 'take a payment',
  playback_start: 'play a sound',
  playback_stop: 'stop the sound',
  record_pause: 'pause the recording',
  record_resume: 'go on recording',
  record_start: 'record the call',
  record_stop: 'stop recording',
  refer: 'hand the call over to another system',
  reject: 'reject the call',
  send_dtmf: 'press keys',
  send_message: 'send a text message',
  send_sip_info: 'tell the other system something',
  siprec_start: 'have another system record the call',
  siprec_stop: 'end the recording by another system',
  speak: 'speak a text',
  streaming_start: 'stream the sound elsewhere',
  streaming_stop: 'stop streaming the sound',
  suppression_start: 'suppress noise',
  suppression_stop: 'stop suppressing noise',
  switch_supervisor_role: 'change how a supervisor listens',
  transcription_start: 'write down what is said',
  transcription_stop: 'stop writing down what is said',
  transfer: 'put the call through',
};
