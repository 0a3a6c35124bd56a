import type { NodeContext } from '../../definition.ts';
import type { JsonObject } from '../../json.ts';
import { speakParams, spokenLanguages } from '../../carrier-parameters/index.ts';

/** The voice used when neither the node nor the flow names one. */
export const DEFAULT_VOICE = 'Telnyx.KokoroTTS.af';

/** `voice` of a speaking node: the carrier wants one, the flow can give it. */
export const voiceParam = speakParams.shape.voice.optional().meta({
  title: 'Voice',
  help: 'Who reads the text. Leave it empty for the voice of the flow.',
  example: DEFAULT_VOICE,
  group: 'voice',
  control: 'voice',
});

/** The context of a node that speaks. */
export type Speaker = Pick<
  NodeContext<{ voice?: string | undefined; language?: string | undefined }>,
  'params' | 'settings' | 'language'
>;

/** Voice and language of a speaking action: the node's own, else the flow's, else the default voice. */
export function voiceOf(context: Speaker): JsonObject {
  const { params } = context;
  const language = params.language ?? context.language;
  const isSpoken = spokenLanguages.some((known) => known === language);
  return {
    voice: params.voice ?? voiceIn(context, language),
    ...(language !== undefined && isSpoken ? { language } : {}),
  };
}

/** The flow's voice for a language, else its voice, else the default one. */
export function voiceIn(
  { settings }: Pick<NodeContext<unknown>, 'settings'>,
  language: string | undefined,
): string {
  const ofLanguage = language === undefined ? undefined : settings.voices?.[language];
  return ofLanguage ?? settings.voice ?? DEFAULT_VOICE;
}
