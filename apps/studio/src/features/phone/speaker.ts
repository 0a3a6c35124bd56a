import type { Heard } from '@gatherline/emulator/model';
import { withoutMarkup } from '../../call-view/index.ts';

const KEY = 'gatherline.phone.muted';

/** Whether the browser can read texts aloud. */
export const canSpeak = 'speechSynthesis' in globalThis;

export function isMuted(): boolean {
  return localStorage.getItem(KEY) === 'yes';
}

export function setMuted(muted: boolean): void {
  localStorage.setItem(KEY, muted ? 'yes' : 'no');
  if (muted) hush();
}

/** Reads aloud what is heard, in its language, with a voice of the browser that fits. */
export function speak(heard: Heard): void {
  if (!canSpeak || isMuted() || (heard.kind !== 'speech' && heard.kind !== 'assistant')) return;
  const utterance = new SpeechSynthesisUtterance(withoutMarkup(heard.text));
  const language = heard.language ?? languageOfVoice(heard.voice) ?? 'en-US';
  utterance.lang = language;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.replace('_', '-') === language);
  if (voice !== undefined) utterance.voice = voice;
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if (canSpeak) speechSynthesis.cancel();
}

/** Some voices say their language: `Azure.es-MX-…`. */
function languageOfVoice(voice: string | null): string | null {
  return /\.([a-z]{2}-[A-Z]{2})-/.exec(voice ?? '')?.[1] ?? null;
}
