import type { CallerAct, Heard } from '@gatherline/emulator/model';
import type { TraceEntry } from '@gatherline/engine';
import type { Json, JsonObject } from '@gatherline/flow';
import { reasonOf } from './reasons.ts';

/** One line of a call as it sounded; `atMs` counts from its begin. */
export interface StoryLine {
  readonly atMs: number;
  /** `line`: words on the line. `caller`: what the person does. `event`: what happens to the call. `reason`: why. */
  readonly who: 'line' | 'caller' | 'event' | 'reason';
  readonly text: string;
}

/** What a person hears, in words; `null` for what is no news, such as the end of a sentence. */
export function heardAsStory(heard: Heard, beganAtMs: number): StoryLine | null {
  const atMs = heard.atMs - beganAtMs;
  const line = (text: string): StoryLine => ({ atMs, who: 'line', text });
  const event = (text: string): StoryLine => ({ atMs, who: 'event', text });
  switch (heard.kind) {
    case 'speech':
    case 'assistant':
    case 'voice':
      return line(heard.text);
    case 'audio':
      return line(`♪ ${heard.url ?? heard.name ?? 'a sound'}`);
    case 'ringing':
      return event(`It rings at ${heard.to}.`);
    case 'connected':
      return event(`The caller talks to ${heard.with}.`);
    case 'not_connected':
      return event(`${heard.to} does not take the call (${heard.cause}).`);
    case 'parted':
      return event('The other side has hung up.');
    case 'answered':
      return event('The call is answered.');
    case 'hung_up':
      return event(`The call is over (${heard.cause}).`);
    case 'beep':
      return event('Beep.');
    case 'tones':
      return event(`Tones ${heard.digits}.`);
    case 'said':
    case 'cut':
      break;
  }
  return null;
}

/** What the flow does beside the call and why it goes on as it does, in words; `null` for what the caller hears anyway. */
export function traceAsStory(entry: TraceEntry, beganAtMs: number): StoryLine | null {
  const atMs = Date.parse(entry.at) - beganAtMs;
  const event = entry.kind === 'sent' ? sentInWords[entry.action]?.(entry.body) : undefined;
  if (event !== undefined) return { atMs, who: 'event', text: event };
  const reason = reasonOf(entry);
  return reason === null ? null : { atMs, who: 'reason', text: reason };
}

const sentInWords: { readonly [action: string]: (body: JsonObject) => string } = {
  send_message: ({ to, text }) => `A text message goes to ${word(to)}: “${word(text)}”`,
  http_request: ({ method, url }) => `The flow asks a server: ${word(method)} ${word(url)}`,
};

function word(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** What a person does, in words. */
export function actAsStory(act: CallerAct, atMs: number): StoryLine {
  return { atMs, who: 'caller', text: wordsOf(act) };
}

function wordsOf(act: CallerAct): string {
  if (act.kind === 'press') return `presses ${act.digits}`;
  if (act.kind === 'say') return `“${act.text}”`;
  return { hang_up: 'hangs up', answer: 'picks up', decline: 'declines' }[act.kind];
}
