import { z } from 'zod';
import { templated } from '../parts/text.ts';
import { choice, list, wholeNumber, yesNo } from '../parts/values.ts';

/** How a form shows the engine a configuration is for. */
export const engineMeta = {
  title: 'Engine',
  help: 'Whose recognition it is. It must be the engine chosen above.',
};

/** The engine a configuration is for. */
export function engine<Name extends string>(name: Name) {
  return z.literal(name).meta(engineMeta);
}

/** A model of the engine. */
export function model<const Models extends readonly [string, ...string[]]>(
  models: Models,
  carrierDefault?: Models[number],
) {
  return choice(models)
    .optional()
    .meta({
      title: 'Model',
      help: 'Which model of the engine listens.',
      ...(carrierDefault && { carrierDefault }),
    });
}

/** A language of the engine. */
export function language<const Languages extends readonly [string, ...string[]]>(
  languages: Languages,
  carrierDefault?: Languages[number],
) {
  return choice(languages, `Choose a language from the list, like ${languages[0]}.`)
    .optional()
    .meta({
      title: 'Language',
      help: 'The language that is spoken on the call.',
      ...(carrierDefault && { carrierDefault }),
      control: 'language',
    });
}

/** Words the engine shall expect. */
export function expectedWords(help: string) {
  return list(templated({ cure: 'Write a word or a short phrase.' }))
    .optional()
    .meta({ title: 'Words to expect', help, example: ['Kokoro', 'Dr. Okonkwo'] });
}

/** Results while the caller is still speaking. */
export const interimResults = yesNo().optional().meta({
  title: 'Before the sentence is over',
  help: 'Sends what was understood so far while the caller is still speaking.',
  carrierDefault: false,
});

/** Swear words, by Google. */
export const profanityFilter = yesNo()
  .optional()
  .meta({ title: 'Mask swear words', help: 'Swear words appear with asterisks.', carrierDefault: false });

/** Who of several people has spoken, by Google. */
export const speakerDiarization = yesNo().optional().meta({
  title: 'Tell speakers apart',
  help: 'Says who of several people has spoken.',
  carrierDefault: false,
});

/** How many people Google shall tell apart at least. */
export const fewestSpeakers = wholeNumber({ min: 1, of: 'people' }).optional().meta({
  title: 'Fewest speakers',
  help: 'How many people speak at least.',
  unit: 'people',
  carrierDefault: 2,
});

/** How many people Google shall tell apart at most. */
export const mostSpeakers = wholeNumber({ min: 1, of: 'people' }).optional().meta({
  title: 'Most speakers',
  help: 'How many people speak at most.',
  unit: 'people',
  carrierDefault: 6,
});
