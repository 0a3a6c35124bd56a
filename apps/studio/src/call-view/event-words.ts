import { isJsonObject, type Json, type JsonObject, ownEvents } from '@gatherline/flow';
import { readable } from './step-names.ts';
import { plain } from './value-words.ts';

type Sentence = string | ((payload: JsonObject) => string);

/** What an event tells, as a sentence; one of a kind that has no words yet is named by the words in its name. */
export function eventInWords(type: string, payload: JsonObject): string {
  const sentence = sentences[type];
  if (sentence === undefined) return `Telnyx reports: ${readable(type)}`;
  return typeof sentence === 'string' ? sentence : sentence(payload);
}

const sentences: Readonly<Record<string, Sentence>> = {
  'call.initiated': 'A phone rings',
  'call.answered': 'A phone is answered',
  'call.hangup': 'A phone has hung up',
  'call.bridged': 'Two phones are connected',
  'call.hold': 'The caller is put on hold',
  'call.unhold': 'The caller is no longer on hold',
  'call.cost': 'Telnyx tells what the call costs',
  'call.speak.started': 'The text begins',
  'call.speak.ended': 'The text has ended',
  'call.playback.started': 'The sound begins',
  'call.playback.ended': 'The sound has ended',
  'call.dtmf.received': ({ digit }) => `The caller pressed ${keys(digit)}`,
  'call.gather.ended': ({ digits }) =>
    keys(digits) === '' ? 'The caller pressed nothing' : `The caller pressed ${keys(digits)}`,
  'call.ai_gather.ended': 'The AI has asked what it had to ask',
  'call.ai_gather.failed': 'The AI could not ask the caller',
  'call.ai_gather.partial_results': 'The AI has learned something',
  'call.ai_gather.message_history_updated': lastSaid,
  'call.conversation.created': 'The conversation with the AI begins',
  'call.conversation.start_failed': 'The conversation with the AI could not begin',
  'call.conversation.ended': 'The conversation with the AI is over',
  'call.conversation_insights.generated': 'Telnyx has summed up the conversation',
  'call.enqueued': 'The caller waits in line',
  'call.dequeued': 'The caller has left the line',
  'call.machine.detection.ended': 'Telnyx knows whether a person or a machine has answered',
  'call.machine.greeting.ended': 'The greeting of the answering machine is over',
  'call.machine.premium.detection.ended': 'Telnyx knows whether a person or a machine has answered',
  'call.machine.premium.greeting.ended': 'The greeting of the answering machine is over',
  'call.recording.saved': 'The recording is saved',
  'call.recording.error': 'The recording could not be saved',
  'call.recording.transcription.saved': 'The recording is written down',
  'call.refer.started': 'The call is being handed over to another system',
  'call.refer.completed': 'The other system has taken the call',
  'call.refer.failed': 'The other system has not taken the call',
  'call.transcription': 'What is said is written down',
  'call.sip_info.received': 'The other system has sent something',
  'call.deepfake_detection.result': 'Telnyx has judged whether the voice is real',
  'call.deepfake_detection.error': 'Telnyx could not judge whether the voice is real',
  'flow.error': 'A step has failed',
  signal: ({ name }) => `The signal “${plain(name)}” comes`,
  [ownEvents.answered]: ({ status }) => `The server answered with ${plain(status)}`,
  [ownEvents.failed]: ({ reason }) => `The server gave no answer: ${readable(plain(reason))}`,
  [ownEvents.accepted]: 'Telnyx has accepted it',
  [ownEvents.refused]: 'Telnyx has refused it',
  [ownEvents.timePassed]: 'The time is over',
};

function keys(pressed: Json | undefined): string {
  return plain(pressed).split('').join(' ');
}

const speakers: Readonly<Record<string, string>> = { user: 'The caller', assistant: 'The AI' };

function lastSaid({ message_history: messages }: JsonObject): string {
  const last = Array.isArray(messages) ? messages.at(-1) : undefined;
  if (!isJsonObject(last) || typeof last.content !== 'string') return 'Something was said';
  return `${speakers[plain(last.role)] ?? 'Somebody'} said: “${last.content}”`;
}
