import type { JsonObject } from '@gatherline/flow';
import type { AnyTraceEntry } from '../api/index.ts';
import { readableWords } from '../store/index.ts';
import { causeInWords } from './cause-words.ts';
import { actionInWords, commandInWords } from './command-words.ts';
import { eventInWords } from './event-words.ts';
import { isDrawn, readable, type StepNames, type StepPlace } from './step-names.ts';
import { lengthInWords, plain, valuesInWords } from './value-words.ts';

export type Tone = 'path' | 'sent' | 'received' | 'quiet' | 'bad';

/** One line of a call's history in plain words, and the step that it leads to. */
export interface TraceWords {
  readonly text: string;
  readonly tone: Tone;
  readonly step: StepPlace | null;
}

/** Says a trace entry so that somebody who does not program understands it. */
export function wordsOf(entry: AnyTraceEntry, names: StepNames): TraceWords {
  return { text: textOf(entry, names), tone: tones[entry.kind], step: stepOf(entry) };
}

const tones: Readonly<Record<AnyTraceEntry['kind'], Tone>> = {
  began: 'path',
  entered: 'path',
  left: 'path',
  sent: 'sent',
  set: 'quiet',
  waiting: 'quiet',
  received: 'received',
  heard: 'path',
  ignored: 'quiet',
  accepted: 'quiet',
  deadline: 'quiet',
  refused: 'bad',
  note: 'quiet',
  ended: 'path',
  unknown: 'quiet',
};

function stepOf(entry: AnyTraceEntry): StepPlace | null {
  if (!('node' in entry) || typeof entry.node !== 'string' || !isDrawn(entry.node)) return null;
  return { node: entry.node, flow: entry.flow };
}

function textOf(entry: AnyTraceEntry, names: StepNames): string {
  switch (entry.kind) {
    case 'began':
      return beginning(entry.call);
    case 'entered':
      return `Reached “${names.step(entry)}”${entry.flow === undefined ? '' : ` in “${names.flow(entry.flow)}”`}`;
    case 'left':
      return leaving(entry, names);
    case 'sent':
      return commandInWords(entry.action, entry.body);
    case 'set':
      return setting(entry, names);
    case 'waiting':
      return `Waits up to ${lengthInWords(Date.parse(entry.until) - Date.parse(entry.at))}`;
    case 'received':
      return eventInWords(entry.type, entry.payload);
    case 'heard':
      return entry.mode === 'interrupt'
        ? `“${names.step(entry)}” takes the call over`
        : `“${names.step(entry)}” is done beside the call`;
    case 'ignored':
      return `Not used: ${lowered(eventInWords(entry.type, entry.payload))}. ${entry.why}`;
    case 'accepted':
      return `Telnyx agreed to ${actionInWords(entry.action)}`;
    case 'deadline':
      return entry.node === null
        ? 'The time in which the call should have ended is over'
        : `The time for “${names.step({ node: entry.node, flow: entry.flow })}” is over`;
    case 'refused':
      return `Telnyx refused to ${actionInWords(entry.action)}: ${entry.title} (${entry.code})`;
    case 'note':
      return noting(entry, names);
    case 'ended':
      return `The call ended: ${causeInWords(entry.cause)}`;
    case 'unknown':
    default:
      return 'Something that this page has no words for yet';
  }
}

function beginning({ from, to, direction }: JsonObject): string {
  const [caller, called] = [plain(from), plain(to)];
  if (direction === 'outgoing') return `A call goes out from ${caller} to ${called}`;
  return caller === '' ? 'A call comes in' : `A call comes in from ${caller} to ${called}`;
}

type Left = Extract<AnyTraceEntry, { kind: 'left' }>;

function leaving(entry: Left, names: StepNames): string {
  const { label, kind } = names.exit(entry, entry.exit);
  const way = ways[entry.via];
  const to = entry.to === null ? '' : names.step({ node: entry.to, flow: entry.flow });
  // Where a step leaves by its outcome nobody asked for, people want to know why.
  const why = kind === 'outcome' && entry.why !== undefined ? `. ${readableWords(entry.why)}` : '';
  return `Left “${names.step(entry)}” by “${label}”${way(to)}${why}`;
}

const ways: Readonly<Record<Left['via'], (to: string) => string>> = {
  wire: (to) => ` to “${to}”`,
  else: (to) => ` to “${to}”, where another of its ways out leads`,
  handler: (to) => ` to “${to}”, as set under Otherwise`,
  listener: (to) => `, which “${to}” listens for`,
  return: () => ': this flow is over, and the call goes back to the one that entered it',
  quiet: () => ': nothing follows',
  apology: (to) =>
    to === 'Apology'
      ? ': nothing is connected, so the caller hears an apology'
      : ': nothing is connected, so the call ends',
  over: () => ': the call is over',
};

function noting(entry: Extract<AnyTraceEntry, { kind: 'note' }>, names: StepNames): string {
  const { node, flow } = entry;
  const text = readableWords(entry.text);
  return node === undefined ? text : `“${names.step({ node, flow })}”: ${text}`;
}

function setting(entry: Extract<AnyTraceEntry, { kind: 'set' }>, names: StepNames): string {
  const kept = valuesInWords(entry.variables ?? {}, readable);
  const learned = valuesInWords(entry.outputs ?? {}, (name) => lowered(names.output(entry, name)));
  const parts = [
    kept === '' ? '' : `Remembered ${kept}`,
    learned === '' ? '' : `“${names.step(entry)}” noted ${learned}`,
  ];
  return parts.filter((part) => part !== '').join('. ') || `“${names.step(entry)}” noted nothing`;
}

function lowered(text: string): string {
  return /^[A-Z][a-z' ]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
