import type { Refusal } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import { checked, isString, oneOf, required, text } from './row.ts';

// biome-ignore format: a list of tags reads better in rows
const languages = [
  'arb', 'cmn-CN', 'cy-GB', 'da-DK', 'de-DE', 'en-AU', 'en-GB', 'en-GB-WLS', 'en-IN', 'en-US', 'es-ES', 'es-MX',
  'es-US', 'fr-CA', 'fr-FR', 'hi-IN', 'is-IS', 'it-IT', 'ja-JP', 'ko-KR', 'nb-NO', 'nl-NL', 'pl-PL', 'pt-BR',
  'pt-PT', 'ro-RO', 'ru-RU', 'sv-SE', 'tr-TR',
] as const;

/** A union by `type`; the providers change monthly, so any type passes. */
export const voiceSettings = checked(
  (value): value is { type: string } => isJsonObject(value) && isString(value['type']),
  { code: '10026', expects: "an object with a 'type'" },
);

/** What speak and gather_using_speak share. */
export const spoken = {
  payload: required(text({ min: 1, max: 3000, code: '90010' })),
  payload_type: oneOf(['text', 'ssml'], { code: '90011' }),
  language: oneOf(languages, { code: '90013' }),
  voice: required(text({ min: 1, code: '90012' })),
  voice_settings: voiceSettings,
  service_level: oneOf(['basic', 'premium'], { code: '90030' }),
};

type Spoken = {
  readonly payload_type: 'text' | 'ssml' | null | undefined;
  readonly language: string | null | undefined;
  readonly voice: string;
  readonly service_level: 'basic' | 'premium' | null | undefined;
};

/** What the basic level and the two nameless voices can't do: anything but plain English text. */
export function voiceRefusals({ payload_type, language, voice, service_level }: Spoken): Refusal[] {
  const isEnglish = language === undefined || language === null || language === 'en-US';
  const refusals: Refusal[] = [];
  if (service_level === 'basic' && payload_type === 'ssml') {
    refusals.push({
      code: '90011',
      detail: 'The basic service level allows only text.',
      pointer: '/payload_type',
    });
  }
  if (service_level === 'basic' && !isEnglish) {
    refusals.push({
      code: '90013',
      detail: 'The basic service level allows only en-US.',
      pointer: '/language',
    });
  }
  if (isNameless(voice) && !isEnglish) {
    refusals.push({ code: '90012', detail: `The voice '${voice}' speaks only en-US.`, pointer: '/voice' });
  }
  return refusals;
}

export function isNameless(voice: string): boolean {
  return voice === 'male' || voice === 'female';
}
