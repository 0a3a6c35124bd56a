import type { Heard } from '@gatherline/emulator/model';
import type { CallerAct } from '../api/index.ts';
import { causeInWords } from './cause-words.ts';

/** One thing of a phone call in the order in which it happened: heard, done by the person, or a text message of the flow. */
export type Happening =
  | { readonly by: 'line'; readonly heard: Heard }
  | { readonly by: 'me'; readonly act: CallerAct; readonly id: number }
  | { readonly by: 'flow'; readonly visit: number; readonly to: string; readonly text: string };

/** A line of the conversation as it is shown. */
export type Line =
  | {
      readonly key: string;
      readonly kind: 'speech' | 'assistant' | 'audio';
      readonly text: string;
      /** Still being said, said to its end, or interrupted. */
      readonly progress: 'playing' | 'said' | 'cut';
    }
  | { readonly key: string; readonly kind: 'message'; readonly to: string; readonly text: string }
  | { readonly key: string; readonly kind: 'me' | 'note'; readonly text: string };

/** The conversation as lines; ends and interruptions are told at the line they belong to. */
export function transcriptOf(happenings: readonly Happening[]): readonly Line[] {
  const ends = endsOf(happenings);
  return happenings.flatMap((happening): Line[] => {
    if (happening.by === 'me') {
      const text = wordsOfAct(happening.act);
      return text === null ? [] : [{ key: `me-${happening.id}`, kind: 'me', text }];
    }
    if (happening.by === 'flow') {
      const { visit, to, text } = happening;
      return [{ key: `message-${visit}`, kind: 'message', to, text }];
    }
    const { heard } = happening;
    const key = `line-${heard.seq}`;
    if (heard.kind === 'speech' || heard.kind === 'assistant' || heard.kind === 'audio') {
      const text = heard.kind === 'audio' ? nameOfSound(heard) : withoutMarkup(heard.text);
      return [{ key, kind: heard.kind, text, progress: ends.get(heard.seq) ?? 'playing' }];
    }
    const text = noteOf(heard);
    return text === null ? [] : [{ key, kind: 'note', text }];
  });
}

function endsOf(happenings: readonly Happening[]): ReadonlyMap<number, 'said' | 'cut'> {
  const ends = new Map<number, 'said' | 'cut'>();
  const open: number[] = [];
  for (const happening of happenings) {
    if (happening.by !== 'line') continue;
    const { heard } = happening;
    if (heard.kind === 'said' || heard.kind === 'cut') ends.set(heard.of, heard.kind);
    if ('durationMs' in heard) open.push(heard.seq);
    if (heard.kind === 'hung_up') for (const seq of open) if (!ends.has(seq)) ends.set(seq, 'cut');
  }
  return ends;
}

function wordsOfAct(act: CallerAct): string | null {
  if (act.act === 'press') return `Pressed ${act.digits.split('').join(' ')}`;
  return act.act === 'say' ? act.text : null;
}

/** The last part of an address, or the name of a stored sound. */
export function nameOfSound({
  url,
  name,
}: {
  readonly url: string | null;
  readonly name: string | null;
}): string {
  if (name !== null) return name;
  const path = (url ?? '').split(/[?#]/)[0] ?? '';
  return path.split('/').filter(Boolean).at(-1) ?? 'a sound';
}

/** SSML without its marks: what remains is what is said. */
export function withoutMarkup(text: string): string {
  return text.includes('<speak')
    ? text
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    : text;
}

function noteOf(heard: Heard): string | null {
  switch (heard.kind) {
    case 'ringing':
      return `Ringing ${heard.to}…`;
    case 'answered':
      return 'Answered';
    case 'connected':
      return `Connected with ${heard.with}`;
    case 'not_connected':
      return `${heard.to} was not reached: ${causeInWords(heard.cause)}`;
    case 'parted':
      return 'The other side is gone';
    case 'voice':
      return `The other side says: ${heard.text}`;
    case 'beep':
      return 'Beep';
    case 'tones':
      return `Keys are pressed for the caller: ${heard.digits.replaceAll(/w/gi, '').split('').join(' ')}`;
    case 'hung_up':
      return `Call ended: ${causeInWords(heard.cause)}`;
    case 'speech':
    case 'assistant':
    case 'audio':
    case 'said':
    case 'cut':
    default:
      return null;
  }
}
