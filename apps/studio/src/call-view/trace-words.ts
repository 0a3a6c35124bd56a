import { definitionOf, type Json, type JsonObject, ownEvents } from '@gatherline/flow';
import type { TraceEntry } from '../../api/index.ts';
import { causeInWords } from './transcript.ts';

export type Tone = 'path' | 'sent' | 'received' | 'quiet' | 'bad';

/** One line of a call's history in plain words. `node` is the step it leads to; `more` is shown when it is opened. */
export interface TraceWords {
  readonly text: string;
  readonly tone: Tone;
  readonly node: string | null;
  readonly more: Json;
}

/** What people call the steps of the flow and their ways out. */
export interface Names {
  readonly step: (id: string) => string;
  readonly exit: (node: string, exit: string) => string;
}

/** Says a trace entry so that somebody who does not program understands it. */
export function wordsOf(entry: TraceEntry, names: Names): TraceWords {
  const { at: _at, kind: _kind, ...more } = entry;
  const node = 'node' in entry && entry.node !== null ? entry.node : null;
  return { text: textOf(entry, names), tone: tones[entry.kind], node, more };
}

const tones: Readonly<Record<TraceEntry['kind'], Tone>> = {
  began: 'path',
  entered: 'path',
  left: 'path',
  sent: 'sent',
  set: 'quiet',
  waiting: 'quiet',
  received: 'received',
  ignored: 'quiet',
  refused: 'bad',
  note: 'quiet',
  ended: 'path',
};

function textOf(entry: TraceEntry, names: Names): string {
  switch (entry.kind) {
    case 'began':
      return `A call comes in${numbersOf(entry.call)}`;
    case 'entered':
      return `Reached “${names.step(entry.node)}”`;
    case 'left':
      return leftWords(entry, names);
    case 'sent':
      return ownCommands[entry.action]?.(entry.body) ?? `Asked Telnyx to ${wordsOfAction(entry.action)}`;
    case 'set':
      return setWords(entry);
    case 'waiting':
      return `Waits up to ${lengthInWords(Date.parse(entry.until) - Date.parse(entry.at))}`;
    case 'received':
      return ownEventWords[entry.type]?.(entry.payload) ?? `Telnyx says: ${wordsOfEvent(entry.type)}`;
    case 'ignored':
      return `Not used: ${wordsOfEvent(entry.type)}. ${entry.why}`;
    case 'refused':
      return `Telnyx refused to ${wordsOfAction(entry.action)}: ${entry.title} (${entry.code})`;
    case 'note':
      return entry.text;
    case 'ended':
    default:
      return `The call ended: ${causeInWords(entry.cause)}`;
  }
}

function leftWords(entry: Extract<TraceEntry, { kind: 'left' }>, names: Names): string {
  const { node, exit, to, via } = entry;
  const left = `Left “${names.step(node)}” by “${names.exit(node, exit)}”`;
  if (to !== null)
    return `${left} to “${names.step(to)}”${via === 'handler' ? ", as the flow's settings say" : ''}`;
  return via === 'apology' ? `${left}: nothing is connected, so the caller hears an apology` : left;
}

function numbersOf({ from, to }: JsonObject): string {
  return typeof from === 'string' && typeof to === 'string' ? ` from ${from} to ${to}` : '';
}

function setWords({ variables, outputs }: Extract<TraceEntry, { kind: 'set' }>): string {
  const kept = valuesIn(variables);
  const noted = valuesIn(outputs);
  const parts = [kept === '' ? '' : `Remembered ${kept}`, noted === '' ? '' : `Noted ${noted}`];
  return parts.filter((part) => part !== '').join('. ');
}

function valuesIn(values: JsonObject | undefined): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => {
      const isShort = (typeof value === 'string' || typeof value === 'number') && String(value).length <= 24;
      return isShort && value !== '' ? `${name} ${value}` : name;
    })
    .join(', ');
}

/** A length of time as people say it: "75 s", "23 min", "1 h". */
export function lengthInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

const actions: Readonly<Record<string, string>> = {
  answer: 'answer the call',
  reject: 'reject the call',
  hangup: 'hang up',
  speak: 'speak a text',
  playback_start: 'play a sound',
  playback_stop: 'stop the sound',
  gather: 'collect keys',
  gather_using_speak: 'speak a prompt and collect keys',
  gather_using_audio: 'play a prompt and collect keys',
  gather_using_ai: 'let an AI ask the caller',
  gather_stop: 'stop collecting',
  transfer: 'transfer the call',
  ai_assistant_start: 'start an AI assistant',
  ai_assistant_stop: 'stop the AI assistant',
  ai_assistant_add_messages: 'tell the AI assistant something',
};

type Sentence = (body: JsonObject) => string;

function plain(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Commands that ask more than a word of somebody, or somebody other than the carrier. */
const ownCommands: Readonly<Record<string, Sentence>> = {
  http_request: ({ method, url }) => `Asked a server: ${plain(method)} ${plain(url)}`,
  send_message: ({ to }) => `Sent a text message to ${plain(to)}`,
};

/** Events that no carrier tells. */
const ownEventWords: Readonly<Record<string, Sentence>> = {
  [ownEvents.answered]: ({ status }) => `The server answered with ${plain(status)}`,
  [ownEvents.failed]: ({ reason }) => `The server gave no answer: ${plain(reason).replaceAll('_', ' ')}`,
  [ownEvents.accepted]: () => 'Telnyx has accepted it',
  [ownEvents.refused]: () => 'Telnyx has refused it',
  [ownEvents.timePassed]: () => 'The time is over',
};

/** What a command of the carrier does, after "to"; one without plain words keeps its name. */
function wordsOfAction(action: string): string {
  const title = definitionOf(action)?.title;
  return actions[action] ?? (title === undefined ? `carry out ${action}` : `carry out “${title}”`);
}

const events: Readonly<Record<string, string>> = {
  'call.initiated': 'the call is ringing',
  'call.answered': 'the call is answered',
  'call.hangup': 'the call is over',
  'call.bridged': 'the two sides are connected',
  'call.speak.started': 'the text begins',
  'call.speak.ended': 'the text has been spoken',
  'call.playback.started': 'the sound begins',
  'call.playback.ended': 'the sound has been played',
  'call.dtmf.received': 'a key was pressed',
  'call.gather.ended': "the caller's keys are in",
  'call.ai_gather.ended': 'the AI has asked everything',
  'call.ai_gather.partial_results': 'the AI has learned something',
  'call.ai_gather.message_history_updated': 'something was said',
  'call.conversation.ended': 'the conversation is over',
};

function wordsOfEvent(type: string): string {
  return events[type] ?? type;
}
