import { z } from 'zod';
import { speakParams } from '../../carrier-parameters/index.ts';
import { wholeNumber, yesNo } from '../../carrier-parameters/parts/values.ts';
import { promptSchema } from '../parts/prompt.ts';
import { voiceParam } from '../parts/voice.ts';

/** Parameters of `voicemail`. */
export const voicemailParams = z.object({
  greeting: promptSchema.optional().meta({
    title: 'Greeting',
    help: 'What the caller hears before the beep.',
    example: { text: 'Nobody can take your call. Please leave a message after the beep.' },
    group: 'main',
  }),
  beep: yesNo().default(true).meta({
    title: 'Beep',
    help: 'The caller hears a beep when the recording begins.',
    group: 'main',
  }),
  finish_key: z
    .string()
    .regex(/^[0-9*#]?$/, 'Choose one key: 0 to 9, * or #. Leave the text empty for none.')
    .default('#')
    .meta({
      title: 'Finish key',
      help: 'The key with which a caller says "that was all". Leave it empty to have none.',
      group: 'main',
      control: 'keys',
    }),
  max_length_secs: wholeNumber({ min: 1, max: 14_400, of: 'seconds' }).default(180).meta({
    title: 'Longest message',
    help: 'The recording stops after this long.',
    unit: 's',
    group: 'recording',
  }),
  min_length_secs: wholeNumber({ min: 0, max: 60, of: 'seconds' }).default(2).meta({
    title: 'Shortest message',
    help: 'A shorter recording counts as no message.',
    unit: 's',
    group: 'recording',
  }),
  silence_secs: wholeNumber({ min: 0, max: 60, of: 'seconds' }).default(5).meta({
    title: 'Stop after silence',
    help: 'The recording stops after this much silence, once the caller has spoken. It uses paid transcription; 0 switches it off.',
    unit: 's',
    group: 'recording',
  }),
  transcribe: yesNo().default(false).meta({
    title: 'Write the message down',
    help: 'Turns the message into text, which is there some seconds after the recording. It costs extra.',
    group: 'recording',
  }),
  voice: voiceParam,
  language: speakParams.shape.language,
});
