const charactersPerSecond = 15;

/** What is said aloud of a payload: tags of SSML fall away. */
export function spokenText(payload: string, payloadType: string): string {
  if (payloadType !== 'ssml') return payload.trim();
  return payload
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Time a voice takes for a text, ms: about 15 characters a second, and never less than a breath. */
export function spokenMs(text: string): number {
  return Math.max(200, Math.round((text.length / charactersPerSecond) * 1000));
}
