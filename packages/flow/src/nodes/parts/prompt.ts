import { z } from 'zod';
import { webUrl } from '../../carrier-parameters/legs/addresses.ts';
import { callerText } from '../../carrier-parameters/index.ts';
import { settings } from '../../carrier-parameters/parts/values.ts';
import type { CommandRequest, NodeContext } from '../../definition.ts';
import { isJsonObject, type Json } from '../../json.ts';
import { CALL_LIMIT_MS, MARGIN_MS, speechUpToMs } from './speech-length.ts';
import { audioOf, textOf } from './summaries.ts';
import { type Speaker, voiceOf } from './voice.ts';

/** Something a caller hears: words, or a sound file. */
export const promptSchema = settings({
  text: callerText(3000).optional().meta({
    title: 'Words',
    help: 'The words the caller hears. Give either these or a sound file.',
    example: 'Press 1 for appointments, 2 for the pharmacy.',
    control: 'multiline',
  }),
  audio_url: webUrl().optional().meta({
    title: 'Sound file (web address)',
    help: 'A WAV or MP3 file the caller hears. Give either this or words.',
    example: 'https://example.com/menu.mp3',
    control: 'url',
  }),
}).superRefine(({ text, audio_url: audio }, refinement) => {
  if ((text === undefined) === (audio === undefined)) {
    refinement.addIssue({
      code: 'custom',
      message: 'Write the words, or give a sound file: one of the two.',
    });
  }
});

export type Prompt = z.output<typeof promptSchema>;

/** A prompt as it goes out: words in the caller's language, or the address of a sound. */
export type Said = { readonly text: string } | { readonly audio: string };

/** Picks the language of a prompt. */
export function saidIn(
  { localize }: Pick<NodeContext<unknown>, 'localize'>,
  { text, audio_url: audio }: Prompt,
): Said {
  return audio === undefined ? { text: localize(text ?? '') } : { audio };
}

/** The command that says a prompt, how it tells its end, and how long that may take in milliseconds. */
export function saying(
  context: Speaker,
  said: Said,
): { readonly command: CommandRequest; readonly ended: string; readonly withinMs: number } {
  if ('audio' in said) {
    const command = { action: 'playback_start', params: { audio_url: said.audio }, isOwnSound: true };
    return { command, ended: 'call.playback.ended', withinMs: CALL_LIMIT_MS };
  }
  const command = { action: 'speak', params: { ...voiceOf(context), payload: said.text } };
  return { command, ended: 'call.speak.ended', withinMs: speechUpToMs(said.text) + MARGIN_MS };
}

/** A draft's prompt in its own words, for a card. */
export function promptInWords(prompt: Json | undefined): string {
  return isJsonObject(prompt) ? textOf(prompt.text) || audioOf(prompt) : '';
}
