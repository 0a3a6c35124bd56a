/** A text in another reading. */
export interface Layer {
  readonly text: string;
  /** Which piece of the text each of its letters was read from; costly, and asked for only where something was found. */
  readonly places: () => Places;
}

interface Places {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** Escapes within escapes: as deep as gateways and loggers pack a request into each other. */
const DEEPEST = 4;

/** Codes of one byte or letter in URLs, JSON, program text and HTML. */
const ESCAPE =
  /%([0-9a-f]{2})|\\u\{?([0-9a-f]{2,6})\}?|(?:\\|0)x([0-9a-f]{2})|&#x([0-9a-f]{2,6});?|&#(\d{2,7});?|&(amp|lt|gt|quot|apos);|\\(["'/\\])/gi;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text as it is, then with its escapes resolved, again and again while there are any. Linear in its size. */
export function layersOf(text: string): readonly Layer[] {
  const layers: Layer[] = [{ text, places: () => ownPlaces(text) }];
  for (let layer = layers[0]; layer !== undefined && layers.length <= DEEPEST; ) {
    const inner = resolved(layer);
    if (inner === null) break;
    layers.push(inner);
    layer = inner;
  }
  return layers;
}

function ownPlaces({ length }: string): Places {
  return {
    from: Uint32Array.from({ length }, (_, index) => index),
    to: Uint32Array.from({ length }, (_, index) => index + 1),
  };
}

/** The letters and numbers of a layer alone, so that blanks and signs between them do not matter. */
export function lettersOf(layer: Layer): Layer {
  return rewritten(layer, /[^\p{L}\p{N}]+/gu, () => '');
}

function resolved(layer: Layer): Layer | null {
  const inner = rewritten(layer, ESCAPE, letterOf);
  return inner.text === layer.text ? null : inner;
}

function rewritten(
  { text, places }: Layer,
  pattern: RegExp,
  write: (found: RegExpExecArray) => string,
): Layer {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return { text, places };
  const written = found.map(write);
  const ends = found.map((one) => one.index + one[0].length);
  const pieces = found.flatMap((one, at) => [text.slice(ends[at - 1] ?? 0, one.index), written[at] ?? '']);
  return {
    text: [...pieces, text.slice(ends.at(-1))].join(''),
    places: () => rewrittenPlaces(text.length, places(), { found, written }),
  };
}

function rewrittenPlaces(
  length: number,
  { from, to }: Places,
  { found, written }: { readonly found: readonly RegExpExecArray[]; readonly written: readonly string[] },
): Places {
  const made: { readonly from: number[]; readonly to: number[] } = { from: [], to: [] };
  const add = (start: number, end: number) => {
    made.from.push(from[start] ?? 0);
    made.to.push(to[end - 1] ?? 0);
  };
  let done = 0;
  for (const [at, { 0: whole, index }] of found.entries()) {
    for (; done < index; done += 1) add(done, done + 1);
    done = index + whole.length;
    for (let unit = 0; unit < (written[at]?.length ?? 0); unit += 1) add(index, done);
  }
  for (; done < length; done += 1) add(done, done + 1);
  return made;
}

function letterOf([whole, percent, unicode, byte, hex, decimal, name, plain]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  if (plain !== undefined) return plain;
  const code =
    decimal === undefined ? Number.parseInt(percent ?? unicode ?? byte ?? hex ?? '0', 16) : Number(decimal);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}
