import { base64Cores } from '@gatherline/engine';
import { type Layer, layersOf, lettersOf } from './layers.ts';

/** Shorter than this, a row of letters is as likely to be something else. */
const SHORTEST_ROW = 6;
const SHORTEST_CODE = 4;

interface Needle {
  readonly text: string;
  readonly shown: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** Finds a secret however it is spelled: escaped any number of times, in hex, within other base64, letter by letter. */
export interface SpelledOut {
  /** The text with what stands for a secret in its place. */
  text(text: string): string;
  /** Of texts that follow each other in one value: what stands for the secret that they spell together, else `null` each. */
  row(texts: readonly string[]): readonly (string | null)[];
}

export function createSpelledOut(secrets: readonly Needle[]): SpelledOut {
  const plain = secrets.filter(({ text }) => text !== '').flatMap(readings);
  const letters = secrets.flatMap(letterRows);
  const codes = secrets.flatMap(({ text, shown }) =>
    base64Cores([...Buffer.from(text)]).map((core): Needle => ({ text: core, shown })),
  );
  const spansIn = (layer: Layer): readonly Span[] => {
    const row = lettersOf(layer);
    return [
      ...spansOf(lowered(layer), plain),
      ...spansOf(lowered(row), letters),
      ...spansOf(unified(layer), codes.filter(isLongCode)),
      ...spansOf(row, codes.map(toLetters).filter(isLongRow)),
    ];
  };
  return {
    text(text) {
      if (text.length < SHORTEST_CODE) return text;
      return replaced(text, layersOf(text).flatMap(spansIn));
    },
    row(texts) {
      const whole = texts.join('');
      const shown: (string | null)[] = texts.map(() => null);
      const [layer] = layersOf(whole);
      if (layer === undefined || whole.length < SHORTEST_CODE) return shown;
      const spans = spansIn(layer);
      return spans.length === 0 ? shown : coveredBy(texts, spans);
    },
  };
}

/** Escapes resolve to bytes, one letter each. */
function readings({ text, shown }: Needle): readonly Needle[] {
  const bytes = Buffer.from(text).toString('latin1');
  return [...new Set([text, bytes])].map((reading) => ({ text: reading.toLowerCase(), shown }));
}

function letterRows({ text, shown }: Needle): readonly Needle[] {
  const row = lettersOf({ text, places: () => ({ from: [], to: [] }) }).text.toLowerCase();
  const hex = Buffer.from(text).toString('hex');
  const turned = Array.from(row).toReversed().join('');
  return [row, hex, turned].map((letters) => ({ text: letters, shown })).filter(isLongRow);
}

function toLetters({ text, shown }: Needle): Needle {
  return { text: text.replaceAll(/[+/]/g, ''), shown };
}

function isLongRow({ text }: Needle): boolean {
  return text.length >= SHORTEST_ROW;
}

function isLongCode({ text }: Needle): boolean {
  return text.length > SHORTEST_CODE;
}

/** Lower case can be longer, and then the places would be wrong. */
function lowered(layer: Layer): Layer {
  const text = layer.text.toLowerCase();
  return text.length === layer.text.length ? { ...layer, text } : layer;
}

/** The alphabet of base64 in URLs is another one. */
function unified(layer: Layer): Layer {
  return { ...layer, text: layer.text.replaceAll('-', '+').replaceAll('_', '/') };
}

function spansOf({ text, places }: Layer, needles: readonly Needle[]): readonly Span[] {
  return needles
    .filter(({ text: needle }) => text.includes(needle))
    .flatMap(({ text: needle, shown }) => {
      const { from, to } = places();
      const spans: Span[] = [];
      for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
        spans.push({ start: from[at] ?? 0, end: to[at + needle.length - 1] ?? text.length, shown });
      }
      return spans;
    });
}

function replaced(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, shown } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= done) continue;
    pieces.push(text.slice(done, Math.max(done, start)), start >= done ? shown : '');
    done = end;
  }
  return done === 0 ? text : [...pieces, text.slice(done)].join('');
}

/** A span within one text is that text's own matter; a short secret counts only where it is told in tiny pieces. */
function coveredBy(texts: readonly string[], spans: readonly Span[]): readonly (string | null)[] {
  const shown: (string | null)[] = texts.map(() => null);
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = startsOf(texts);
  let first = 0;
  for (const { start, end, shown: words } of sorted) {
    while (first + 1 < texts.length && (starts[first + 1] ?? 0) <= start) first += 1;
    let last = first;
    while (last + 1 < texts.length && (starts[last + 1] ?? 0) < end) last += 1;
    const isTold =
      last > first && (end - start >= SHORTEST_ROW || texts.slice(first, last + 1).every(isTiny));
    if (isTold) shown.fill(words, first, last + 1);
  }
  return shown;
}

function startsOf(texts: readonly string[]): readonly number[] {
  let end = 0;
  return texts.map((text) => {
    end += text.length;
    return end - text.length;
  });
}

function isTiny({ length }: string): boolean {
  return length <= 2;
}
