/** Longest life of a call at the carrier, in milliseconds; nothing is awaited longer. */
export const CALL_LIMIT_MS = 4 * 60 * 60 * 1000;

/** Time granted beyond what the carrier's own limits allow, in milliseconds. */
export const MARGIN_MS = 30_000;

/** Slow speech: letters a second, and what is longer than a letter when it is read out, in letters. */
const LETTERS_PER_SECOND = 8;
const LETTERS_OF_A_SYLLABLE = 4;
const LETTERS_OF_A_DIGIT = 5;

const SYLLABLES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const DIGITS = /[\p{Nd}%$€£¥#*+@]/gu;

/** Longest pause that a voice makes where a mark of SSML names no time. */
const LONGEST_BREAK_MS = 1_500;
/** No named speed of SSML is slower than this. */
const SLOWEST_RATE = 0.4;

/** How a text is read out, in the words of the carrier's parameters. */
export interface Reading {
  readonly loop?: string | number | undefined;
  readonly payload_type?: string | undefined;
  readonly voice_settings?: unknown;
}

/** An upper bound of how long a text takes to be read out, in milliseconds: its script, its pauses and the speed of the voice counted. */
export function speechUpToMs(
  text: string,
  { loop = 1, payload_type: type, voice_settings: voice }: Reading = {},
): number {
  if (loop === 'infinity') return CALL_LIMIT_MS;
  const marks = type === 'ssml' ? (text.match(/<[^>]*>/g) ?? []) : [];
  const words = type === 'ssml' ? text.replace(/<[^>]*>/g, ' ') : text;
  const spokenMs =
    (Math.ceil(lettersOf(words) / LETTERS_PER_SECOND) * 1_000) / (speedOf(voice) * slowestRate(marks));
  const once = spokenMs + marks.reduce((sum, mark) => sum + breakMs(mark), 0);
  return Math.min(CALL_LIMIT_MS, Math.ceil(once * Number(loop)));
}

function lettersOf(text: string): number {
  const syllables = text.match(SYLLABLES)?.length ?? 0;
  const digits = text.match(DIGITS)?.length ?? 0;
  return text.length + syllables * (LETTERS_OF_A_SYLLABLE - 1) + digits * (LETTERS_OF_A_DIGIT - 1);
}

/** A voice that is quicker than usual makes nothing shorter here: not every provider keeps to it. */
function speedOf(voice: unknown): number {
  if (typeof voice !== 'object' || voice === null) return 1;
  const named = 'voice_speed' in voice ? voice.voice_speed : 'speed' in voice ? voice.speed : 1;
  return typeof named === 'number' && named > 0 ? Math.min(1, Math.max(0.1, named)) : 1;
}

function slowestRate(marks: readonly string[]): number {
  return marks.reduce((slowest, mark) => {
    const rate = /\brate\s*=\s*["']?([^"'\s>]+)/.exec(mark)?.[1];
    if (rate === undefined) return slowest;
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(rate)?.[1];
    const named =
      percent === undefined
        ? rate.includes('slow') || rate.startsWith('-')
          ? SLOWEST_RATE
          : 1
        : Number(percent) / 100;
    return slowest * Math.min(1, Math.max(0.1, named));
  }, 1);
}

function breakMs(mark: string): number {
  if (!/^<break\b/.test(mark)) return 0;
  const [, amount, unit] = /\btime\s*=\s*["']?\s*(\d*\.?\d+)\s*(ms|s)/.exec(mark) ?? [];
  return amount === undefined ? LONGEST_BREAK_MS : Number(amount) * (unit === 's' ? 1_000 : 1);
}
