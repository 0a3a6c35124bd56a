import { spokenLanguages } from './languages.ts';
import { templated } from '../parts/text.ts';
import { choice } from '../parts/values.ts';

/** A voice, as `<Provider>.<Model>.<VoiceId>`: the lists of the providers change monthly, so it is an open text. */
export const voice = templated({
  cure: 'Choose a voice, like Telnyx.KokoroTTS.af or AWS.Polly.Joanna-Neural.',
}).meta({
  title: 'Voice',
  help: 'Who speaks to the caller. With the basic quality it is male or female.',
  example: 'Telnyx.KokoroTTS.af',
  group: 'voice',
  control: 'voice',
});

/** A voice the carrier chooses itself where none is given. */
export const assistantVoice = voice.optional().meta({
  title: 'Voice',
  help: 'The voice in which the assistant speaks to the caller.',
  example: 'Telnyx.NaturalHD.astra',
  carrierDefault: 'Telnyx.KokoroTTS.af',
  group: 'voice',
  control: 'voice',
});

/** Language in which a text is read out. */
export const language = choice(spokenLanguages, 'Choose a language from the list, like en-US.')
  .optional()
  .meta({
    title: 'Language',
    help: 'The language in which the text is read out. Voices of Polly know theirs and ignore this.',
    example: 'en-US',
    group: 'voice',
    control: 'language',
  });

/** Plain text or SSML. */
export const payloadType = choice(['text', 'ssml'])
  .optional()
  .meta({
    title: 'Kind of text',
    help: 'Choose SSML when the text holds marks for pauses and emphasis; as plain text the caller would hear them read out.',
    labels: { text: 'Plain text', ssml: 'SSML' },
    carrierDefault: 'text',
    group: 'voice',
  });

/** Quality of the synthesis. */
export const serviceLevel = choice(['basic', 'premium'])
  .optional()
  .meta({
    title: 'Quality of the voice',
    help: 'Basic sounds plainer and knows only English (en-US) and plain text.',
    labels: { basic: 'Basic', premium: 'Premium' },
    carrierDefault: 'premium',
    group: 'voice',
  });
