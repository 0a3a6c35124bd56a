const charactersPerSecond = 15;
/** A sign of Chinese or Japanese, or a block of Korean, is a syllable: four or five of them are said in a second. */
const syllablesPerSecond = 4.5;
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Milliseconds that a mark of SSML makes a voice pause. */
const pauses: { readonly [strength: string]: number } = {
  none: 0,
  'x-weak': 100,
  weak: 250,
  medium: 500,
  strong: 750,
  'x-strong': 1000,
};
const longestPauseMs = 10_000;
const rates: { readonly [name: string]: number } = {
  'x-slow': 0.5,
  slow: 0.75,
  medium: 1,
  fast: 1.25,
  'x-fast': 1.5,
};

/** What is said aloud of a payload: tags of SSML fall away. */
export function spokenText(payload: string, payloadType: string): string {
  if (payloadType !== 'ssml') return payload.trim();
  return payload
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Time a voice takes for a text, ms: by its script and its speed, and never less than a breath. */
export function spokenMs(text: string, speed = 1): number {
  return Math.max(200, Math.round(plainMs(text) / speed));
}

/** The same for a payload, whose SSML may ask for pauses and another speed. */
export function payloadMs(payload: string, payloadType: string, speed = 1): number {
  if (payloadType !== 'ssml') return spokenMs(payload.trim(), speed);
  const speeds: number[] = [];
  const lengths = (payload.match(/<[^>]*>|[^<]+/g) ?? []).map((part) => {
    if (!part.startsWith('<'))
      return plainMs(part.replace(/\s+/g, ' ').trim()) / (speed * (speeds.at(-1) ?? 1));
    if (/^<\/prosody\b/.test(part)) speeds.pop();
    else if (/^<prosody\b.*[^/]>$/s.test(part)) speeds.push((speeds.at(-1) ?? 1) * rateOf(part));
    return pauseMs(part);
  });
  return Math.max(200, Math.round(lengths.reduce((sum, ms) => sum + ms, 0)));
}

/** How fast a voice is set to speak, by whichever name its provider has for it. */
export function speedOf(voiceSettings: object | null | undefined): number {
  const settings = new Map(Object.entries(voiceSettings ?? {}));
  const speed: unknown = settings.get('voice_speed') ?? settings.get('speed');
  return typeof speed === 'number' && speed > 0 ? speed : 1;
}

function plainMs(text: string): number {
  const spoken = text.match(syllables)?.length ?? 0;
  return (spoken / syllablesPerSecond + (text.length - spoken) / charactersPerSecond) * 1000;
}

function pauseMs(tag: string): number {
  if (!/^<break\b/.test(tag)) return 0;
  const [, amount, unit] = /\btime\s*=\s*["']?\s*\+?(\d*\.?\d+)\s*(ms|s)/.exec(tag) ?? [];
  if (amount !== undefined) return Math.min(longestPauseMs, Number(amount) * (unit === 's' ? 1000 : 1));
  return pauses[attribute(tag, 'strength') ?? 'medium'] ?? 500;
}

function rateOf(tag: string): number {
  const rate = attribute(tag, 'rate') ?? 'medium';
  const percent = /^\d+(?:\.\d+)?(?=%$)/.exec(rate)?.[0];
  return percent === undefined ? (rates[rate] ?? 1) : Math.max(0.2, Number(percent) / 100);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]+)`).exec(tag)?.[1];
}
