// Lists of the carrier (telnyx 7.24.0), in its own order.

/** Languages of `speak` and `gather_using_speak`. */
// biome-ignore format: one line for each language would bury the rest
export const spokenLanguages = [
  'arb', 'cmn-CN', 'cy-GB', 'da-DK', 'de-DE', 'en-AU', 'en-GB', 'en-GB-WLS', 'en-IN', 'en-US', 'es-ES', 'es-MX',
  'es-US', 'fr-CA', 'fr-FR', 'hi-IN', 'is-IS', 'it-IT', 'ja-JP', 'ko-KR', 'nb-NO', 'nl-NL', 'pl-PL', 'pt-BR',
  'pt-PT', 'ro-RO', 'ru-RU', 'sv-SE', 'tr-TR',
] as const;

/** Languages that Google's recognition understands. */
// biome-ignore format: one line for each language would bury the rest
export const googleLanguages = [
  'af', 'sq', 'am', 'ar', 'hy', 'az', 'eu', 'bn', 'bs', 'bg', 'my', 'ca', 'yue', 'zh', 'hr', 'cs', 'da', 'nl',
  'en', 'et', 'fil', 'fi', 'fr', 'gl', 'ka', 'de', 'el', 'gu', 'iw', 'hi', 'hu', 'is', 'id', 'it', 'ja', 'jv',
  'kn', 'kk', 'km', 'ko', 'lo', 'lv', 'lt', 'mk', 'ms', 'ml', 'mr', 'mn', 'ne', 'no', 'fa', 'pl', 'pt', 'pa',
  'ro', 'ru', 'rw', 'sr', 'si', 'sk', 'sl', 'ss', 'st', 'es', 'su', 'sw', 'sv', 'ta', 'te', 'th', 'tn', 'tr',
  'ts', 'uk', 'ur', 'uz', 've', 'vi', 'xh', 'zu',
] as const;

/** Languages that Telnyx' own recognition understands. */
// biome-ignore format: one line for each language would bury the rest
export const telnyxLanguages = [
  'en', 'zh', 'de', 'es', 'ru', 'ko', 'fr', 'ja', 'pt', 'tr', 'pl', 'ca', 'nl', 'ar', 'sv', 'it', 'id', 'hi',
  'fi', 'vi', 'he', 'uk', 'el', 'ms', 'cs', 'ro', 'da', 'hu', 'ta', 'no', 'th', 'ur', 'hr', 'bg', 'lt', 'la',
  'mi', 'ml', 'cy', 'sk', 'te', 'fa', 'lv', 'bn', 'sr', 'az', 'sl', 'kn', 'et', 'mk', 'br', 'eu', 'is', 'hy',
  'ne', 'mn', 'bs', 'kk', 'sq', 'sw', 'gl', 'mr', 'pa', 'si', 'km', 'sn', 'yo', 'so', 'af', 'oc', 'ka', 'be',
  'tg', 'sd', 'gu', 'am', 'yi', 'lo', 'uz', 'fo', 'ht', 'ps', 'tk', 'nn', 'mt', 'sa', 'lb', 'my', 'bo', 'tl',
  'mg', 'as', 'tt', 'haw', 'ln', 'ha', 'ba', 'jw', 'su', 'auto_detect',
] as const;

/** Languages that Azure's recognition understands. */
// biome-ignore format: one line for each language would bury the rest
export const azureLanguages = [
  'af', 'am', 'ar', 'bg', 'bn', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi',
  'fr', 'ga', 'gl', 'gu', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'km', 'kn', 'ko',
  'lo', 'lt', 'lv', 'mk', 'ml', 'mn', 'mr', 'ms', 'mt', 'my', 'nb', 'ne', 'nl', 'pl', 'ps', 'pt', 'ro', 'ru',
  'si', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'uz', 'vi', 'wuu',
  'yue', 'zh', 'zu', 'auto',
] as const;

/** Languages of Deepgram's nova-2. */
// biome-ignore format: one line for each language would bury the rest
export const nova2Languages = [
  'bg', 'ca', 'zh-CN', 'zh-Hans', 'zh-TW', 'zh-Hant', 'zh-HK', 'cs', 'da-DK', 'nl-BE', 'en-US', 'en-AU',
  'en-GB', 'en-NZ', 'en-IN', 'et', 'fi', 'fr', 'fr-CA', 'de-CH', 'el', 'hi', 'hu', 'id', 'it', 'ja', 'ko-KR',
  'lv', 'lt', 'ms', 'no', 'pl', 'pt-BR', 'pt-PT', 'ro', 'ru', 'sk', 'es-419', 'sv-SE', 'th-TH', 'tr', 'uk',
  'vi', 'auto_detect',
] as const;

/** Languages of Deepgram's nova-3. */
// biome-ignore format: one line for each language would bury the rest
export const nova3Languages = [
  'en-US', 'en-AU', 'en-GB', 'en-IN', 'en-NZ', 'de', 'nl', 'sv-SE', 'da-DK', 'es', 'es-419', 'fr', 'fr-CA',
  'pt-BR', 'pt-PT', 'auto_detect',
] as const;

/** Languages that Speechmatics understands. */
// biome-ignore format: one line for each language would bury the rest
export const speechmaticsLanguages = [
  'en', 'ba', 'eu', 'gl', 'ga', 'mt', 'mn', 'sw', 'ug', 'cy', 'ar_en', 'cmn_en', 'en_ms', 'en_ta', 'tl',
  'es-bilingual-en', 'cmn_en_ms_ta',
] as const;

/** Languages that xAI understands. */
// biome-ignore format: one line for each language would bury the rest
export const xaiLanguages = [
  'ar', 'cs', 'da', 'de', 'en', 'es', 'fa', 'fil', 'fr', 'hi', 'id', 'it', 'ja', 'ko', 'mk', 'ms', 'nl', 'pl',
  'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'vi',
] as const;

/** Languages that MiniMax' voices can be tuned for. */
// biome-ignore format: one line for each language would bury the rest
export const minimaxLanguages = [
  'auto', 'Chinese', 'Chinese,Yue', 'English', 'Arabic', 'Russian', 'Spanish', 'French', 'Portuguese',
  'German', 'Turkish', 'Dutch', 'Ukrainian', 'Vietnamese', 'Indonesian', 'Japanese', 'Italian', 'Korean',
  'Thai', 'Polish', 'Romanian', 'Greek', 'Czech', 'Finnish', 'Hindi', 'Bulgarian', 'Danish', 'Hebrew',
  'Malay', 'Persian', 'Slovak', 'Swedish', 'Croatian', 'Filipino', 'Hungarian', 'Norwegian', 'Slovenian',
  'Catalan', 'Nynorsk', 'Tamil', 'Afrikaans',
] as const;
